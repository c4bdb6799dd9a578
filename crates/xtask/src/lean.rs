//! Scripts and styles without what only their authors read: indentation and comments that have lines of their own.

use anyhow::{Result, ensure};

/// Gives a script or a style sheet without them.
pub fn lean(source: &str) -> Result<String> {
    let mut out = String::with_capacity(source.len());
    let (mut comment, mut text) = (false, false);
    for whole in source.lines() {
        let line = whole.trim();
        // Inside of a text that goes on over lines white space counts.
        let odd = line.matches('`').count() % 2 == 1;
        if text {
            out.push_str(whole);
            out.push('\n');
            text = !odd;
        } else if comment || line.starts_with("/*") {
            comment = match line.split_once("*/") {
                Some((_, rest)) => {
                    ensure!(rest.is_empty(), "something stands behind a comment: {line}");
                    false
                }
                None => true,
            };
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(if odd { whole.trim_start() } else { line });
            out.push('\n');
            text = odd;
        }
    }
    ensure!(!text, "a text has no end");
    ensure!(!comment, "a comment has no end");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::lean;

    #[test]
    fn comments_and_indentation_go_and_nothing_else() {
        let source = "// Says.\nfunction f() {\n  /* so\n   * on */\n\n  return \"//\" + `a b`; // c\n}\n";
        assert_eq!(lean(source).unwrap(), "function f() {\nreturn \"//\" + `a b`; // c\n}\n");
        assert_eq!(lean("  x = `a \n  // b\n\n c`;\n  y\n").unwrap(), "x = `a \n  // b\n\n c`;\ny\n");
    }

    #[test]
    fn what_could_be_changed_by_it_is_refused() {
        for source in ["`a\n  b", "/* a */ b", "/* a"] {
            assert!(lean(source).is_err(), "{source}");
        }
    }
}
