//! `dist/`: a copy to host, and the same page as one file.

use crate::compile::{Compiled, Speed, compile_page, read};
use crate::lazy::{self, Lazy};
use crate::lean::lean;
use crate::node::brotli_length;
use crate::run::{root, say};
use crate::styles;
use crate::toolchain::Toolchain;
use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;

/// Stands in `index.html` where the build puts the policy and the styles.
const HEAD: &str = "<!-- build: policy and styles -->";
/// Stands in `index.html` where the build puts the module and the script.
const BODY: &str = "<!-- build: module and script -->";
/// Stands in `still.js` for the files of stills.
const STILLS: &str = "/* build: stills */ {}";
/// Stands in `sw.js` before the files that it keeps.
const FILES: &str = "/* build: files */ { version: \"\", first: [], later: [] }";

/// The piece of the page's module that every analysis needs.
const CHECKS: &str = "checks";

/// A page in its parts.
struct Page {
    template: String,
    style: String,
    /// The JavaScript that binds the module.
    glue: String,
    /// What starts it, and workers.
    boot: String,
    /// What shows a still of the page while the rest loads, where it is hosted.
    still: String,
    wasm: Vec<u8>,
    /// What is loaded when it is first needed.
    lazy: Vec<Lazy>,
    /// Which files of it each piece of the module needs.
    pieces: BTreeMap<String, Vec<String>>,
    /// What the hosted copy is installed by.
    install: Install,
}

/// What makes the hosted copy an application that works without a network.
struct Install {
    /// The service worker.
    worker: String,
    /// The manifest, its icons named by where they stand.
    manifest: String,
    /// The icons: name in the manifest, content.
    icons: Vec<(String, Vec<u8>)>,
}

/// One file of `dist/`.
struct File {
    name: String,
    bytes: Vec<u8>,
}

/// Builds both and says what a first visit loads. Gives that length in brotli, where it could be measured.
pub fn build(speed: Speed) -> Result<Option<usize>> {
    let toolchain = Toolchain::set_up()?;
    let compiled = compile_page(toolchain, speed)?;
    let Compiled { wasm, glue } = compiled.main;
    let mut lazy = compiled.files;
    lazy.extend(lazy::build(toolchain, speed)?);
    lazy.extend(lazy::stills()?);
    let www = root().join("www");
    let page = Page {
        template: text(&root().join("index.html"))?,
        style: lean(&styles::read(&www.join("style"))?)?,
        glue,
        boot: lean(&text(&www.join("boot.js"))?)?,
        still: text(&www.join("still.js"))?,
        wasm,
        lazy,
        pieces: compiled.pieces,
        install: Install {
            worker: text(&www.join("sw.js"))?,
            manifest: text(&www.join("manifest.webmanifest"))?,
            icons: ["icons/192.png", "icons/512.png"]
                .into_iter()
                .map(|name| Ok((name.to_owned(), read(&www.join(name))?)))
                .collect::<Result<_>>()?,
        },
    };
    let dist = root().join("dist");
    // What an earlier build left under other hashes must not be hosted along.
    let _ = std::fs::remove_dir_all(&dist);
    std::fs::create_dir_all(&dist)?;
    let hosted = page.hosted()?;
    let single = page.single()?;
    for file in hosted.first.iter().chain(&hosted.later).chain(&hosted.install).chain([&single]) {
        std::fs::write(dist.join(&file.name), &file.bytes)?;
    }
    say("dist/ holds the copy to host; a first visit loads:");
    let first_visit = weigh(&hosted.first, speed)?;
    say("what is first needed later:");
    weigh(&hosted.later, speed)?;
    say("what it is installed by:");
    weigh(&hosted.install, speed)?;
    say("and the one file, which also opens from disk:");
    weigh(&[single], speed)?;
    Ok(first_visit)
}

/// The files of the hosted copy.
struct Hosted {
    /// What a first visit loads: the page, its styles, its module.
    first: Vec<File>,
    /// What is loaded when it is first needed.
    later: Vec<File>,
    /// Manifest, icons and service worker.
    install: Vec<File>,
}

impl Page {
    /// A page beside its parts, named by their content so that a host may let browsers keep them for ever.
    fn hosted(&self) -> Result<Hosted> {
        let wasm = named("heshu", &self.wasm, "wasm");
        let style = named("heshu", self.style.as_bytes(), "css");
        let later: Vec<File> = self.lazy.iter().map(Lazy::hosted).collect();
        let mut install = self.install.files();
        let manifest = install.last().context("there is a manifest")?;
        let places = |wanted: fn(&Lazy) -> bool| {
            let files = self.lazy.iter().zip(&later).filter(|(lazy, _)| wanted(lazy));
            let places: Vec<_> =
                files.map(|(lazy, file)| format!("{:?}:{:?}", lazy.name, file.name)).collect();
            format!("{{{}}}", places.join(","))
        };
        ensure!(self.still.matches(STILLS).count() == 1, "still.js must hold `{STILLS}` once");
        let still = lean(&self.still.replace(STILLS, &places(Lazy::is_still)))?;
        ensure!(!closes_early(&still, "script"), "a script holds an end tag of its own");
        // What is first on the screen is asked for before the styles, for which scripts wait. That script preloads the
        // module where nothing else is first.
        let head = format!(
            "{}\n<link id=\"heshu-wasm\" rel=\"alternate\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{}\">\n\
             <script>{still}</script>\n<link rel=\"stylesheet\" href=\"{}\">\n\
             <link rel=\"manifest\" href=\"{}\">",
            self.policy("'self'", Some("'self'"), &[&still]),
            wasm.name,
            style.name,
            manifest.name
        );
        let places = places(|lazy| !lazy.is_still());
        let places = format!("<script id=\"heshu-files\" type=\"application/json\">{places}</script>");
        let index = self.fill(&head, &[&places, &*self.needs(), &*self.scripts()?].join("\n"))?;
        // Parts may be large: they wait until there is time, but for what every analysis needs. The page stands under
        // the folder's own address.
        let (parts, early): (Vec<_>, Vec<_>) = self.lazy.iter().zip(&later).partition(|(lazy, _)| {
            let is_needed = self.pieces.get(CHECKS).is_some_and(|files| files.contains(&lazy.name));
            lazy.is_still() || lazy.is_code() && !is_needed
        });
        let early = early.into_iter().map(|(_, file)| file);
        let first = ["./"]
            .into_iter()
            .chain([&style, &wasm].into_iter().chain(&install).chain(early).map(File::name));
        // Another page over the same parts is another version too.
        let kept = format!(
            "{{ version: {:?}, first: {:?}, later: {:?} }}",
            hash(index.as_bytes()),
            first.collect::<Vec<_>>(),
            parts.into_iter().map(|(_, file)| file.name()).collect::<Vec<_>>()
        );
        ensure!(self.install.worker.matches(FILES).count() == 1, "sw.js must hold `{FILES}` once");
        let worker = self.install.worker.replace(FILES, &kept);
        install.push(File { name: "sw.js".to_owned(), bytes: worker.into_bytes() });
        let index = File { name: "index.html".to_owned(), bytes: index.into_bytes() };
        Ok(Hosted { first: vec![index, style, wasm], later, install })
    }

    /// The page with everything in it, but for what would only save loading. It may load and send nothing.
    fn single(&self) -> Result<File> {
        ensure!(!closes_early(&self.style, "style"), "the style sheet holds an end tag of its own");
        let policy = self.policy(&allowed(&self.style), None, &[]);
        let head = format!("{policy}\n<style>{}</style>", self.style);
        let mut body = vec![packed("heshu-wasm", &self.wasm)];
        let files = self.lazy.iter().filter(|lazy| !lazy.is_still());
        body.extend(files.map(|lazy| packed(&format!("heshu-file-{}", lazy.name), &lazy.bytes)));
        body.push(self.needs());
        body.push(self.scripts()?);
        Ok(File { name: "heshu.html".to_owned(), bytes: self.fill(&head, &body.join("\n"))?.into_bytes() })
    }

    /// Which files each piece of the module needs, for the boot script.
    fn needs(&self) -> String {
        let pieces: Vec<String> =
            self.pieces.iter().map(|(piece, files)| format!("{piece:?}:{files:?}")).collect();
        format!("<script id=\"heshu-pieces\" type=\"application/json\">{{{}}}</script>", pieces.join(","))
    }

    /// The scripts stand in the page in both: workers are made from their text, without another request.
    fn scripts(&self) -> Result<String> {
        for script in [&self.glue, &self.boot] {
            ensure!(!closes_early(script, "script"), "a script holds an end tag of its own");
        }
        Ok(format!("<script id=\"heshu-glue\">{}</script>\n<script>{}</script>", self.glue, self.boot))
    }

    /// The content security policy: nothing but the page's own parts, each named; `own` is where a hosted copy's
    /// further files, its service worker and its icons come from; `scripts` may run beside the page's own.
    fn policy(&self, style: &str, own: Option<&str>, scripts: &[&str]) -> String {
        let further =
            own.map_or("connect-src 'none'; img-src data: blob:; worker-src blob:".to_owned(), |own| {
                format!(
                    "connect-src {own}; img-src {own} data: blob:; worker-src {own} blob:; manifest-src {own}"
                )
            });
        let scripts: Vec<_> = [&*self.glue, &*self.boot].iter().chain(scripts).map(|s| allowed(s)).collect();
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src {} 'wasm-unsafe-eval'; style-src {style}; {further}; \
             base-uri 'none'; form-action 'none'\">",
            scripts.join(" ")
        )
    }

    fn fill(&self, head: &str, body: &str) -> Result<String> {
        for place in [HEAD, BODY] {
            ensure!(self.template.matches(place).count() == 1, "index.html must hold `{place}` once");
        }
        let (start, rest) = self.template.split_once(HEAD).context("checked above")?;
        let (middle, end) = rest.split_once(BODY).context("index.html must hold the head before the body")?;
        Ok([start, head, middle, body, end].concat())
    }
}

impl Install {
    /// The icons, and the manifest that names them, which comes last.
    fn files(&self) -> Vec<File> {
        let mut manifest = self.manifest.clone();
        let mut files = Vec::new();
        for (name, bytes) in &self.icons {
            let file = named("heshu-icon", bytes, "png");
            manifest = manifest.replace(name, &file.name);
            files.push(file);
        }
        files.push(named("heshu", manifest.as_bytes(), "webmanifest"));
        files
    }
}

impl File {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Lazy {
    /// As a file of the hosted copy.
    fn hosted(&self) -> File {
        let (name, extension) = self.name.rsplit_once('.').unwrap_or((&self.name, "bin"));
        named(&format!("heshu-{name}"), &self.bytes, extension)
    }
}

/// A file inside of the page: deflated, in base64.
fn packed(id: &str, bytes: &[u8]) -> String {
    let deflated = miniz_oxide::deflate::compress_to_vec(bytes, 9);
    format!("<script id=\"{id}\" type=\"application/octet-stream\">{}</script>", BASE64.encode(deflated))
}

/// An inline script's or style's name in a policy.
fn allowed(content: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(content)))
}

fn named(name: &str, bytes: &[u8], extension: &str) -> File {
    File { name: format!("{name}-{}.{extension}", hash(bytes)), bytes: bytes.to_owned() }
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Whether text inside an element would end it, or open a comment that swallows its end.
fn closes_early(text: &str, element: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains(&format!("</{element}")) || text.contains("<!--")
}

/// Text with the line ends that an HTML parser will see: the hash in the policy is taken over those.
pub fn text(path: &Path) -> Result<String> {
    let text = String::from_utf8(read(path)?).with_context(|| format!("{} is not UTF-8", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

/// Says what files weigh; in brotli too where that is worth its time.
fn weigh(files: &[File], speed: Speed) -> Result<Option<usize>> {
    let (mut raw, mut packed) = (0, Some(0));
    for file in files {
        let brotli = if speed == Speed::Optimised { brotli_length(&file.bytes)? } else { None };
        println!(
            "    {:<28} {:>9}  brotli {:>8}",
            file.name,
            kilobytes(Some(file.bytes.len())),
            kilobytes(brotli)
        );
        raw += file.bytes.len();
        packed = packed.zip(brotli).map(|(sum, length)| sum + length);
    }
    if files.len() > 1 {
        println!("    {:<28} {:>9}  brotli {:>8}", "together", kilobytes(Some(raw)), kilobytes(packed));
    }
    Ok(packed)
}

fn kilobytes(bytes: Option<usize>) -> String {
    bytes.map_or("unknown".to_owned(), |bytes| format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Page {
        Page {
            template: format!("<head>{HEAD}</head><body>{BODY}</body>"),
            style: "p{}".to_owned(),
            glue: "1".to_owned(),
            boot: "2".to_owned(),
            still: format!("const files = {STILLS};"),
            wasm: vec![0, 97],
            lazy: vec![Lazy { name: "part.wasm".to_owned(), bytes: vec![7; 1000] }],
            pieces: BTreeMap::from([("views".to_owned(), vec!["part.wasm".to_owned()])]),
            install: Install {
                worker: format!("const files = {FILES};"),
                manifest: "{\"src\":\"icons/1.png\"}".to_owned(),
                icons: vec![("icons/1.png".to_owned(), vec![1])],
            },
        }
    }

    #[test]
    fn the_hosted_copy_names_its_parts_by_content_and_relatively() {
        let files = page().hosted().unwrap();
        let index = String::from_utf8(files.first[0].bytes.clone()).unwrap();
        for part in &files.first[1..] {
            assert!(index.contains(&format!("=\"{}\"", part.name)), "{} in {index}", part.name);
        }
        let place = format!("{{\"part.wasm\":\"{}\"}}", files.later[0].name);
        assert!(
            index.contains(&place) && files.later[0].name.starts_with("heshu-part-"),
            "{place} in {index}"
        );
        let mut other = page();
        other.wasm.push(1);
        assert_ne!(other.hosted().unwrap().first[2].name, files.first[2].name);
    }

    #[test]
    fn stills_are_asked_for_before_the_styles_and_only_where_they_are_hosted() {
        let mut page = page();
        page.lazy.push(Lazy { name: "sample-wide.html".to_owned(), bytes: b"<p>".to_vec() });
        let files = page.hosted().unwrap();
        let index = String::from_utf8(files.first[0].bytes.clone()).unwrap();
        let still = format!("const files = {{\"sample-wide.html\":{:?}}};", files.later[1].name);
        assert!(index.find(&still).unwrap() < index.find("stylesheet").unwrap(), "{still} in {index}");
        assert!(index.contains(&allowed(&format!("{still}\n"))), "the policy lets it run: {index}");
        let single = String::from_utf8(page.single().unwrap().bytes).unwrap();
        assert!(!single.contains("sample-wide"), "{single}");
    }

    #[test]
    fn the_service_worker_is_another_one_for_every_change_of_the_page() {
        let worker = |page: &Page| page.hosted().unwrap().install.pop().unwrap();
        let (before, mut changed) = (worker(&page()), page());
        let text = String::from_utf8(before.bytes.clone()).unwrap();
        let part = &page().hosted().unwrap().later[0].name;
        assert!(before.name == "sw.js" && text.contains(&format!("later: [{part:?}]")), "{text}");
        assert!(text.contains(", first: [\"./\", \"heshu-"), "{text}");
        changed.boot.push('3');
        assert_ne!(worker(&changed).bytes, before.bytes);
        // What every analysis needs does not wait.
        changed.pieces.insert(CHECKS.to_owned(), vec!["part.wasm".to_owned()]);
        let text = String::from_utf8(worker(&changed).bytes).unwrap();
        assert!(text.contains(&format!("{part:?}], later: []")), "{text}");
    }

    #[test]
    fn the_one_file_holds_everything_connects_nowhere_and_allows_its_own_scripts_only() {
        let file = String::from_utf8(page().single().unwrap().bytes).unwrap();
        // sha256 of "1" and "2", as `openssl dgst -sha256 -binary | base64` gives it.
        assert!(file.contains(
            "script-src 'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s=' \
             'sha256-1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR+Q2jpmbuwTqzU=' 'wasm-unsafe-eval'"
        ));
        assert!(file.contains("connect-src 'none'") && file.contains("id=\"heshu-file-part.wasm\""));
        assert!(file.contains("{\"views\":[\"part.wasm\"]}"));
        assert!(!file.contains(" src=") && !file.contains(" href="));
    }

    #[test]
    fn a_script_that_would_end_its_own_element_is_refused() {
        for script in ["'</SCRIPT>'", "'<!--'"] {
            for page in
                [Page { glue: script.to_owned(), ..page() }, Page { boot: script.to_owned(), ..page() }]
            {
                assert!(page.single().is_err() && page.hosted().is_err(), "{script}");
            }
        }
    }
}
