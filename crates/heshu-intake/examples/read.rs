//! Shows what is read of a file: `cargo run -p heshu-intake --example read -- FILE [PASSWORD]`.

use heshu_intake::{Options, Watch};
use std::time::Instant;

struct Clock(Instant);
impl Watch for Clock {
    fn seconds(&self) -> f64 {
        self.0.elapsed().as_secs_f64()
    }
}

fn main() -> Result<(), std::io::Error> {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let password = arguments.next();
    let bytes = std::fs::read(&name)?;
    let options = Options { name: &name, password: password.as_deref(), ..Options::default() };
    let mut clock = Clock(Instant::now());
    match heshu_intake::read(&bytes, &options, &mut clock) {
        Ok(found) => {
            eprintln!("{:.1} ms", clock.seconds() * 1000.0);
            for read in found.documents {
                println!("# {} {} {:?}", read.name, read.format.name(), read.notes);
                for line in read.document.pages.iter().flat_map(|page| &page.lines) {
                    println!("{:?}\t{}", line.role, line.text);
                }
            }
            for (name, error) in found.failed {
                println!("# {name}: {}", error.sentence().zh);
            }
        }
        Err(error) => println!("{}: {}", error.id(), error.sentence().zh),
    }
    Ok(())
}
