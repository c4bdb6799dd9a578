use super::{Anchor, Chart, Paint, Shape};
use crate::views::escape;
use std::fmt::Write;

/// Space around the drawing.
const MARGIN: f64 = 20.0;

/// The picture as an SVG file that needs nothing else: on white, its colours written out, every word escaped.
/// `source` is a line below the drawing that says where it is from.
pub fn svg(chart: &Chart, source: &str) -> String {
    let (width, height) = (chart.width + 2.0 * MARGIN, chart.height + 2.0 * MARGIN + 18.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height:.0}\" viewBox=\"{} {} {width} {height:.0}\" \
font-family=\"'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif\"><title>{}</title>\
<rect x=\"{}\" y=\"{}\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        -MARGIN,
        -MARGIN,
        escape(&chart.title),
        -MARGIN,
        -MARGIN
    );
    for shape in &chart.shapes {
        // Writing to a string does not fail.
        let _ = match shape {
            Shape::Rect(x, y, w, h, paint, opacity) => write!(
                out,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"1.5\" fill=\"{}\" opacity=\"{opacity}\"/>",
                colour(*paint)
            ),
            Shape::Line(from, to, paint, wide, dashed) => {
                let dash = if *dashed { " stroke-dasharray=\"3 2\"" } else { "" };
                write!(
                    out,
                    "<path d=\"M{:.1} {:.1}L{:.1} {:.1}\" stroke=\"{}\" stroke-width=\"{wide}\"{dash}/>",
                    from.0,
                    from.1,
                    to.0,
                    to.1,
                    colour(*paint)
                )
            }
            Shape::Dot(x, y, r, paint) => {
                write!(out, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\" fill=\"{}\"/>", colour(*paint))
            }
            Shape::Ring(x, y, r, paint) => write!(
                out,
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{r}\" fill=\"#fff\" stroke=\"{}\" stroke-width=\"2.2\"/>",
                colour(*paint)
            ),
            Shape::Text(x, y, size, anchor, paint, bold, words) => {
                let weight = if *bold { " font-weight=\"600\"" } else { "" };
                write!(
                    out,
                    "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\" text-anchor=\"{}\" fill=\"{}\"{weight}>{}</text>",
                    anchor.id(),
                    colour(*paint),
                    escape(words)
                )
            }
        };
    }
    let _ = writeln!(
        out,
        "<text x=\"0\" y=\"{:.1}\" font-size=\"11\" fill=\"{}\">{}</text></svg>",
        chart.height + 18.0,
        colour(Paint::Faint),
        escape(source)
    );
    out
}

impl Anchor {
    /// As SVG names it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// The light theme's colours.
const fn colour(paint: Paint) -> &'static str {
    match paint {
        Paint::Ink => "#1c2126",
        Paint::Faint => "#646c76",
        Paint::Line => "#e3e0d9",
        Paint::Strong => "#b5afa2",
        Paint::Surface => "#ffffff",
        Paint::Accent => "#1d5568",
        Paint::Conflict => "#a8231b",
        Paint::Caution => "#b97800",
        Paint::Share0 => "#a9c48c",
        Paint::Share1 => "#95bdd3",
        Paint::Share2 => "#dfbf82",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_report_are_never_markup() {
        let mut chart = Chart::new("<script>alert(1)</script>&\u{1}".into(), 300.0, &[]);
        chart.shapes.push(Shape::Ring(1.0, 2.0, 3.0, Paint::Accent));
        let file = svg(&chart, "\"某县\"");
        assert!(
            !file.contains("<script") && file.contains("&lt;script&gt;") && file.contains("&quot;某县&quot;")
        );
        assert!(
            file.starts_with("<svg xmlns=") && file.trim_end().ends_with("</svg>") && !file.contains("var(")
        );
        assert!(!file.contains('\u{1}') && !file.contains("class="));
    }
}
