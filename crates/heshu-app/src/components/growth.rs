use crate::i18n::Lang;
use heshu_core::model::{Bound, Change};
use heshu_core::views::charts::{Scale, float};
use yew::prelude::*;

const WIDTH: f64 = 150.0;
const EDGE: f64 = 9.0;

/// The scale that all rows share: growth in percent.
pub fn scale(rates: Vec<f64>) -> Scale {
    Scale::of(rates, 0.0, EDGE, WIDTH - EDGE)
}

/// The growth of a change in percent, if it is one.
pub fn rate(change: Option<&Change>) -> Option<f64> {
    let change = change.filter(|c| c.unit == "%" || c.unit == "％")?;
    float(change.value)
}

/// Growth of last year and of this year's target.
#[derive(Properties, PartialEq)]
pub struct GrowthProps {
    /// The shared scale.
    pub scale: Scale,
    /// Last year's growth.
    pub result: Option<f64>,
    /// The target's growth.
    pub target: Option<f64>,
    /// How firmly the target is bound.
    pub bound: Bound,
    /// Language of the label.
    pub lang: Lang,
}

/// Draws both on one line: a dot for what was, a ring for what is to be, open to the side that its bound leaves open.
#[component]
pub fn Growth(props: &GrowthProps) -> Html {
    let GrowthProps { scale, result, target, bound, lang } = props;
    let words = lang.words();
    if result.is_none() && target.is_none() {
        return Html::default();
    }
    let say = |label: &str, rate: &Option<f64>| rate.map(|r| format!("{label} {r}%"));
    let label = [say(words.legend_result, result), say(words.legend_target, target)];
    let label = label.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let beyond = |rate: f64| {
        // An arrow head past the mark: the scale ends before the rate.
        scale.is_beyond(rate).then(|| {
            let x = scale.x(rate);
            let by = if rate > scale.high { 4.0 } else { -4.0 };
            html! { <path class="beyond" d={format!("M{:.1} 8L{:.1} 12L{:.1} 16", x + by, x + 2.0 * by, x + by)} /> }
        })
    };
    let joined = result.zip(*target).map(|(a, b)| {
        html! { <line class={if b < a { "join less" } else { "join" }} x1={format!("{:.1}", scale.x(a))} x2={format!("{:.1}", scale.x(b))} y1="12" y2="12" /> }
    });
    let reach = target.and_then(|rate| {
        let x = scale.x(rate);
        match bound {
            Bound::AtLeast | Bound::Over => Some(format!("M{:.1} 12H{:.1}", x + 5.0, x + 15.0)),
            Bound::AtMost | Bound::Under => Some(format!("M{:.1} 12H{:.1}", x - 5.0, x - 15.0)),
            _ => None,
        }
    });
    html! {
        <svg class="growth" viewBox="0 0 150 24" width="150" height="24" role="img" aria-label={label.clone()}>
            <title>{ label }</title>
            <line class="axis" x1="0" x2="150" y1="12" y2="12" />
            <line class="zero" x1={format!("{:.1}", scale.x(0.0))} x2={format!("{:.1}", scale.x(0.0))} y1="3" y2="21" />
            { for joined }
            if *bound == Bound::Approx {
                { for target.map(|rate| html! { <circle class="soft" cx={format!("{:.1}", scale.x(rate))} cy="12" r="8.5" /> }) }
            }
            { for reach.map(|d| html! { <path class="reach" {d} /> }) }
            { for result.map(|rate| html! { <circle class="was" cx={format!("{:.1}", scale.x(rate))} cy="12" r="4" /> }) }
            { for result.and_then(beyond) }
            { for target.map(|rate| html! { <circle class="goal" cx={format!("{:.1}", scale.x(rate))} cy="12" r="4" /> }) }
            { for target.and_then(beyond) }
        </svg>
    }
}
