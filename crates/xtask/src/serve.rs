//! A small server for a folder, on this machine only. Each connection has a thread and one answer: a browser may keep as
//! many open as it likes, and none waits for another.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// A server that is listening.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    site: Arc<Site>,
}

/// What it gives out, and under which path.
struct Site {
    folder: PathBuf,
    base: String,
}

impl Server {
    /// Listens on `address` (port 0: any that is free) and gives out `folder` under the path `base`, which starts
    /// and ends with a slash.
    pub fn open(address: SocketAddr, folder: PathBuf, base: &str) -> Result<Self> {
        let listener = TcpListener::bind(address)
            .with_context(|| format!("cannot listen on {address}; another --port may be free"))?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address, site: Arc::new(Site { folder, base: base.to_owned() }) })
    }

    /// The address that a person opens.
    pub fn address(&self) -> String {
        format!("http://{}{}", self.address, self.site.base)
    }

    /// Answers until the process ends.
    pub fn run(&self) {
        for connection in self.listener.incoming().flatten() {
            let site = Arc::clone(&self.site);
            // A browser that has gone away is not our error.
            std::thread::spawn(move || site.answer(&connection));
        }
    }
}

impl Site {
    fn answer(&self, mut connection: &TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(connection).lines();
        let request = lines.next().transpose()?.unwrap_or_default();
        // What else it says is of no matter, but has to be read.
        for line in lines {
            if line?.is_empty() {
                break;
            }
        }
        let mut words = request.split(' ');
        let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let file = resolve(url, &self.base).map(|path| self.folder.join(path));
        let (status, kind, bytes) = match file.and_then(|path| Some((std::fs::read(&path).ok()?, path))) {
            _ if !matches!(method, "GET" | "HEAD") => {
                ("405 Method Not Allowed", TEXT, b"Only GET and HEAD".to_vec())
            }
            Some((bytes, path)) => ("200 OK", mime(&path), bytes),
            None => ("404 Not Found", TEXT, b"Not found".to_vec()),
        };
        // A build replaces files under the same address: a browser asks again each time.
        write!(
            connection,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             Connection: close\r\n\r\n",
            bytes.len()
        )?;
        connection.write_all(if method == "HEAD" { &[] } else { &bytes })
    }
}

const TEXT: &str = "text/plain; charset=utf-8";

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
        Some("txt") => TEXT,
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

    #[test]
    fn no_connection_is_kept_that_another_would_wait_for() {
        use std::io::Read;
        use std::net::Ipv4Addr;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).to_owned();
        let server = Server::open(SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), folder, "/").unwrap();
        let address = server.address;
        std::thread::spawn(move || server.run());
        let connections: Vec<TcpStream> = (0..20).map(|_| TcpStream::connect(address).unwrap()).collect();
        for mut connection in connections.into_iter().rev() {
            connection.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
            connection.write_all(b"GET /Cargo.toml HTTP/1.1\r\nHost: here\r\n\r\n").unwrap();
            let mut answer = String::new();
            connection.read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("[package]"), "{answer}");
        }
    }
}
