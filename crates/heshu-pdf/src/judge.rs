//! Which pages are pictures, and which name other characters than they show.

use crate::interpret::Content;

/// What a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Text that can be read.
    Text,
    /// Nothing at all.
    Blank,
    /// An image, or letters drawn as outlines.
    Picture,
    /// Characters that are not the ones shown.
    Damaged,
}

/// A page with a large image and fewer characters than this is a scan, with a stamp or a page number on it.
const FEW: usize = 40;
/// This part of the page is a large image.
const LARGE: f64 = 0.6;
/// So many painted paths on a page without text are letters drawn as outlines.
const OUTLINES: usize = 200;
/// From this many Han characters on, their share of common ones says something.
const ENOUGH: usize = 100;

/// Judges a page of this area, in square points.
pub(crate) fn page(content: &Content, area: f64) -> Verdict {
    let visible = content.text.chars().filter(|c| !c.is_whitespace()).count();
    if visible < FEW && content.image >= LARGE * area && area > 0.0 {
        return Verdict::Picture;
    }
    if visible == 0 {
        let drawn = content.image > 0.0 || content.paths.painted >= OUTLINES;
        return if drawn { Verdict::Picture } else { Verdict::Blank };
    }
    if damaged(&content.text, visible) { Verdict::Damaged } else { Verdict::Text }
}

/// Whether a text cannot be what anybody wrote: too much that is no character, hardly any common character, or
/// letters of western Europe where Chinese bytes were taken for them.
fn damaged(text: &str, visible: usize) -> bool {
    let (mut unknown, mut private, mut western, mut han, mut common) = (0, 0, 0, 0, 0);
    for c in text.chars() {
        match c {
            '\u{fffd}' => unknown += 1,
            '\u{e000}'..='\u{f8ff}' => private += 1,
            '\u{a1}'..='\u{ff}' => western += 1,
            '\u{3400}'..='\u{9fff}' => {
                han += 1;
                common += usize::from(COMMON.contains(c));
            }
            _ => {}
        }
    }
    (unknown >= 5 && unknown * 100 > visible)
        || private * 20 > visible && private >= 10
        || western * 4 > visible && western >= 20
        || han >= ENOUGH && common * 4 < han
}

/// The commonest characters of Chinese prose. They are more than half of the Han characters of any report, and a
/// few in a hundred where glyph numbers were taken for characters.
const COMMON: &str = "的一是在不了有和人这中大为上个国我以要时来用们生到作地于出分对成会可主发年动同工也能下过产面方后多\
定行学法所民得经十三进着等部度家力水化高自二理现实加量都体制机当点从业本把性好应开合因由其前外天政四日社事平\
形相全表间与关各重新内数正心明利比质向道变条结解建月公最立代通并提党程展五员革位入文总次品活设及管特件长\
求基资路级统接将组计期根运农指区强保治造百规领七海导世金增争济术交受联认六共权收改清美更单风教安场\
车务万每至达积议报完类八华名确科节整元今集传步群广需研究低持众布复际商非深难近千周委技备办青省历市府\
型专育适县局严旅游城乡镇村项目投资疫情服项创扶贫障环境态绿园镇督责任";

#[cfg(test)]
mod tests {
    use super::*;

    fn content(text: &str) -> Content {
        Content { text: text.to_owned(), ..Content::default() }
    }

    #[test]
    fn pages_are_told_apart() {
        let prose =
            "过去一年，全县地区生产总值增长百分之六，一般公共预算收入增长百分之八，城乡居民收入稳步提高。"
                .repeat(4);
        // Each character a few hundred code points on: glyph numbers that were taken for characters.
        let shifted: String =
            prose.chars().map(|c| char::from_u32(u32::from(c) + 0x333).unwrap_or(c)).collect();
        let bytes = "È«ÏØµØÇøÉú²ú×ÜÖµÔö³¤°Ù·ÖÖ®Áù";
        for (text, verdict) in [
            (prose.as_str(), Verdict::Text),
            ("附表1　2024年主要指标　12.5%　388.2", Verdict::Text),
            (shifted.as_str(), Verdict::Damaged),
            (bytes, Verdict::Damaged),
            (&prose.replace(['县', '收'], "\u{fffd}"), Verdict::Damaged),
            ("", Verdict::Blank),
        ] {
            assert_eq!(page(&content(text), 500_000.0), verdict, "{text}");
        }
    }

    #[test]
    fn pictures_are_pages_with_an_image_and_hardly_any_text() {
        let mut scan = content("扫描全能王");
        scan.image = 480_000.0;
        assert_eq!(page(&scan, 500_000.0), Verdict::Picture);
        scan.image = 4_000.0;
        assert_eq!(page(&scan, 500_000.0), Verdict::Text);
        let mut outlines = content("");
        outlines.paths.painted = 900;
        assert_eq!(page(&outlines, 500_000.0), Verdict::Picture);
    }
}
