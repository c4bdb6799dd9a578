use yew::prelude::*;

/// A sign of 20 × 20 that says nothing by itself: its button has the words.
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// Which one.
    pub name: &'static str,
}

/// Draws a sign.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    let path = match props.name {
        "sun" => {
            "M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16"
        }
        "moon" => "M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z",
        "auto" => "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 2.5v15M12 5v10M14 6.5v7",
        "share" => "M10 12V2.5M6.5 5.5 10 2l3.5 3.5M4 9.5v7h12v-7",
        "export" => "M10 2.5V12M6.5 9 10 12.5 13.5 9M4 13v3.5h12V13",
        "help" => {
            "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM7.8 7.8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M10 14v.3"
        }
        "close" => "M5 5l10 10M15 5 5 15",
        "copy" => "M7 7h9v9H7ZM4 13V4h9",
        "new" => "M10 4v12M4 10h12",
        "up" => "M5 12.5l5-5 5 5",
        "down" => "M5 7.5l5 5 5-5",
        "list" => "M3 5h.5M6.5 5H17M5 10h.5M8.5 10H17M5 15h.5M8.5 15H17",
        "lock" => "M5 9h10v8H5ZM7 9V6.5a3 3 0 0 1 6 0V9",
        _ => "M4 3h8l4 4v10H4ZM12 3v4h4",
    };
    html! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor"
            stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            <path d={path} />
        </svg>
    }
}
