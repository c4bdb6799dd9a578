use super::Dispatch;
use crate::browser::files;
use crate::i18n::Lang;
use crate::state::{Action, Message, Notice};
use heshu_core::views::charts::{Chart, Shape, svg};
use yew::prelude::*;

/// A picture and how it is saved.
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// Its name for tests.
    pub id: &'static str,
    /// The picture.
    pub chart: Chart,
    /// Language.
    pub lang: Lang,
    /// Name of a saved file without its ending.
    pub file: String,
    /// Where it is from, for the saved file.
    pub source: String,
    /// Says what happened.
    pub dispatch: Option<Dispatch>,
}

/// Tables of more rows are drawn when they are opened.
const AT_ONCE: usize = 60;

/// One picture: drawn, to be saved as SVG or PNG, and as a table.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let PictureProps { id, chart, lang, file, source, dispatch } = props;
    let words = lang.views();
    let opened = use_state(|| false);
    let ontoggle = {
        let opened = opened.clone();
        Callback::from(move |_: Event| opened.set(true))
    };
    let rows = if *opened || chart.rows.len() <= AT_ONCE { chart.rows.as_slice() } else { &[] };
    let save = |png: bool| {
        let (chart, source, dispatch) = (chart.clone(), source.clone(), dispatch.clone());
        let name = format!("{file}.{}", if png { "png" } else { "svg" });
        Callback::from(move |_: MouseEvent| {
            let (file, name, dispatch) = (svg(&chart, &source), name.clone(), dispatch.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let saved = if png {
                    files::save_png(&name, &file).await
                } else {
                    files::save(&name, "image/svg+xml", &file)
                };
                if let Some(dispatch) = dispatch {
                    let message = if saved.is_some() { Message::Saved } else { Message::Picture };
                    dispatch.dispatch(Action::Say(Notice::of(message, name)));
                }
            });
        })
    };
    html! {
        <figure class="chart" data-testid={format!("chart-{id}")}>
            { draw(chart) }
            <div class="figure-tools">
                <details {ontoggle}>
                    <summary data-testid="chart-table">{ words.chart_table }</summary>
                    <div class="table-wrap" tabindex="0" role="region" aria-label={chart.title.clone()}>
                        <table class="data">
                            <thead><tr>{ for chart.head.iter().map(|label| html! { <th scope="col">{ label }</th> }) }</tr></thead>
                            <tbody>{ for rows.iter().map(|row| html! {
                                <tr>{ for row.iter().enumerate().map(|(at, cell)| if at == 0 {
                                    html! { <th scope="row">{ cell }</th> }
                                } else {
                                    html! { <td class="num">{ cell }</td> }
                                }) }</tr>
                            }) }</tbody>
                        </table>
                    </div>
                </details>
                <button type="button" class="secondary" data-testid="save-svg" onclick={save(false)}>{ words.save_svg }</button>
                <button type="button" class="secondary" data-testid="save-png" onclick={save(true)}>{ words.save_png }</button>
            </div>
        </figure>
    }
}

/// Draws the shapes in the page's colours.
pub fn draw(chart: &Chart) -> Html {
    let shapes = chart.shapes.iter().map(|shape| match shape {
        Shape::Rect(x, y, w, h, paint, opacity) => html! {
            <rect class={format!("f-{}", paint.id())} x={px(*x)} y={px(*y)} width={px(*w)} height={px(*h)} rx="1.5" opacity={px(*opacity)} />
        },
        Shape::Line(from, to, paint, width, dashed) => html! {
            <path class={format!("s-{}", paint.id())} d={format!("M{} {}L{} {}", px(from.0), px(from.1), px(to.0), px(to.1))}
                stroke-width={px(*width)} stroke-dasharray={dashed.then_some("3 2")} />
        },
        Shape::Dot(x, y, r, paint) => html! {
            <circle class={format!("f-{}", paint.id())} cx={px(*x)} cy={px(*y)} r={px(*r)} />
        },
        Shape::Ring(x, y, r, paint) => html! {
            <circle class={format!("f-surface s-{}", paint.id())} cx={px(*x)} cy={px(*y)} r={px(*r)} stroke-width="2.2" />
        },
        Shape::Text(x, y, size, anchor, paint, bold, words) => html! {
            <text class={format!("f-{}", paint.id())} x={px(*x)} y={px(*y)} font-size={px(*size)} text-anchor={anchor.id()}
                font-weight={bold.then_some("600")}>{ words }</text>
        },
    });
    html! {
        <svg role="img" aria-label={chart.title.clone()} viewBox={format!("0 0 {} {}", px(chart.width), px(chart.height.round()))}
            width={px(chart.width)} height={px(chart.height)}>{ for shapes }</svg>
    }
}

/// A measure to two places, which is finer than anybody sees. The standard library's way of writing floats, which knows
/// all of them, would be some kilobytes of the first visit.
fn px(n: f64) -> String {
    let hundredths = (n * 100.0).round() as i64;
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::px;

    #[test]
    fn measures_have_at_most_two_places() {
        for (n, written) in [(0.0, "0"), (12.5, "12.5"), (-0.049, "-0.05"), (100.0, "100"), (3.004, "3")] {
            assert_eq!(px(n), written);
        }
    }
}
