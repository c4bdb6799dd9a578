//! A small server for a folder, on this machine only.

use anyhow::{Result, anyhow};
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response};

/// A server that is listening.
pub struct Server {
    http: tiny_http::Server,
    folder: PathBuf,
    base: String,
}

impl Server {
    /// Listens on `address` (port 0: any that is free) and gives out `folder` under the path `base`, which starts
    /// and ends with a slash.
    pub fn open(address: SocketAddr, folder: PathBuf, base: &str) -> Result<Self> {
        let http = tiny_http::Server::http(address)
            .map_err(|error| anyhow!("cannot listen on {address}: {error}. Another --port may be free."))?;
        Ok(Self { http, folder, base: base.to_owned() })
    }

    /// The address that a person opens.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.http.server_addr(), self.base)
    }

    /// Answers until the process ends.
    pub fn run(&self) {
        for request in self.http.incoming_requests() {
            // A browser that has gone away is not our error.
            let _ = self.answer(request);
        }
    }

    fn answer(&self, request: Request) -> std::io::Result<()> {
        if !matches!(request.method(), Method::Get | Method::Head) {
            return request.respond(Response::from_string("Only GET and HEAD").with_status_code(405));
        }
        let file = resolve(request.url(), &self.base).map(|path| self.folder.join(path));
        match file.and_then(|path| Some((std::fs::read(&path).ok()?, path))) {
            Some((bytes, path)) => {
                let mut response = Response::from_data(bytes);
                // A build replaces files under the same address: ask again each time.
                for (name, value) in [("Content-Type", mime(&path)), ("Cache-Control", "no-cache")] {
                    response.add_header(Header::from_bytes(name, value).expect("an ASCII header"));
                }
                request.respond(response)
            }
            None => request.respond(Response::from_string("Not found").with_status_code(404)),
        }
    }
}

/// The file that an address asks for, relative to the folder; `None` outside of `base` or of the folder.
fn resolve(url: &str, base: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(base)?;
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let path = Path::new(&path);
    path.components().all(|part| matches!(part, Component::Normal(_))).then(|| path.to_owned())
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("txt") => "text/plain; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_a_file_of_the_folder_or_nothing() {
        let cases = [
            ("/", "/", Some("index.html")),
            ("/?q=1", "/", Some("index.html")),
            ("/a/b/", "/a/b/", Some("index.html")),
            ("/a/b/heshu.js?v", "/a/b/", Some("heshu.js")),
            ("/heshu.js", "/a/b/", None),
            ("/../Cargo.toml", "/", None),
            ("/a/../../Cargo.toml", "/", None),
            ("//etc/passwd", "/", None),
        ];
        for (url, base, file) in cases {
            assert_eq!(resolve(url, base), file.map(PathBuf::from), "{url} under {base}");
        }
    }

    #[test]
    fn a_browser_compiles_wasm_only_under_its_own_type() {
        assert_eq!(mime(Path::new("heshu-1.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("index.html")), "text/html; charset=utf-8");
    }
}
