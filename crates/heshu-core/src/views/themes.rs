use crate::catalogue;
use crate::model::Observation;

/// The observations of one theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Id of the theme; none for observations that belong to no theme.
    pub id: Option<String>,
    /// Ids of the observations: those of the catalogue first, each group in reading order.
    pub observations: Vec<u32>,
}

/// Groups the chosen observations by theme, in the catalogue's order of themes; what belongs to none comes last.
pub fn themes(observations: &[Observation], chosen: &[u32]) -> Vec<Theme> {
    let mut themes: Vec<(Theme, Vec<u32>)> = Vec::new();
    let known = chosen.iter().filter_map(|id| observations.get(*id as usize));
    for observation in known {
        let at = themes.iter().position(|(theme, _)| theme.id == observation.theme);
        let at = at.unwrap_or_else(|| {
            themes.push((Theme { id: observation.theme.clone(), observations: Vec::new() }, Vec::new()));
            themes.len() - 1
        });
        if let Some((theme, rest)) = themes.get_mut(at) {
            let list = if observation.indicator.is_some() { &mut theme.observations } else { rest };
            list.push(observation.id);
        }
    }
    let place = |id: &Option<String>| {
        let known = |id: &String| catalogue::themes().iter().position(|theme| theme.id == id);
        id.as_ref().map_or(usize::MAX, |id| known(id).unwrap_or(usize::MAX - 1))
    };
    crate::order::by_key(&mut themes, |(theme, _)| place(&theme.id));
    themes
        .into_iter()
        .map(|(mut theme, rest)| {
            theme.observations.extend(rest);
            theme
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::fixture::observation;

    #[test]
    fn themes_come_in_the_catalogues_order_and_what_has_none_last() {
        let mut all: Vec<_> = (0..5).map(|id| observation(id, "某项")).collect();
        all[1].theme = Some("income".into());
        all[2].theme = Some("economy".into());
        all[3].theme = Some("income".into());
        all[3].indicator = Some("income_urban".into());
        let got: Vec<_> = themes(&all, &[0, 1, 2, 3, 4, 99])
            .into_iter()
            .map(|t| (t.id.unwrap_or_default(), t.observations))
            .collect();
        assert_eq!(
            got,
            [("economy".into(), vec![2]), ("income".into(), vec![3, 1]), (String::new(), vec![0, 4])]
        );
    }
}
