use crate::i18n::Lang;
use crate::pieces::Piece;
use std::rc::Rc;
use yew::prelude::*;

/// How to draw what a piece draws, once it is there.
#[derive(Clone)]
pub struct Draw(Rc<dyn Fn() -> Html>);

impl Draw {
    /// From a function.
    pub fn new(draw: impl Fn() -> Html + 'static) -> Self {
        Self(Rc::new(draw))
    }
}

impl PartialEq for Draw {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What comes later.
#[derive(Properties, PartialEq)]
pub struct LaterProps {
    /// The piece that draws it.
    pub piece: Piece,
    /// Language.
    pub lang: Lang,
    /// How.
    pub draw: Draw,
}

/// Loads a piece and lets it draw; a person may ask anew where it could not be had.
#[component]
pub fn Later(props: &LaterProps) -> Html {
    let (piece, words) = (props.piece, props.lang.words());
    // Counts the times that it was asked for, and says of which one nothing came.
    let (asked, failed) = (use_state(|| 0), use_state(|| None::<u32>));
    let drawn = use_force_update();
    {
        let failed = failed.clone();
        use_effect_with((piece, *asked), move |(piece, asked)| {
            let (piece, asked) = (*piece, *asked);
            if !piece.is_here() {
                wasm_bindgen_futures::spawn_local(async move {
                    if piece.load().await {
                        drawn.force_update();
                    } else {
                        failed.set(Some(asked));
                    }
                });
            }
        });
    }
    if piece.is_here() {
        return (props.draw.0)();
    }
    if *failed == Some(*asked) {
        let again = Callback::from(move |_: MouseEvent| asked.set(*asked + 1));
        return html! {
            <p class="nothing" role="alert">
                { words.later_failed }{ " " }
                <button type="button" class="plain" data-testid="again" onclick={again}>{ words.again }</button>
            </p>
        };
    }
    html! { <p class="nothing" role="status" data-testid="drawing">{ words.later }</p> }
}
