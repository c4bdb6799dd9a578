//! Packages of the operating system, by apt where there is apt.

use crate::run::{command, has, output, run, say};
use anyhow::{Result, bail};

/// Installs Debian packages, as root or through sudo. `purpose` ends the sentence "… is needed to".
pub fn apt_install(packages: &[&str], purpose: &str) -> Result<()> {
    let list = packages.join(" ");
    if !has("apt-get") {
        bail!("{list}: needed to {purpose}, and this machine has no apt-get to install them with. {HINT}");
    }
    let root = output(command("id").arg("-u")).as_deref() == Some("0");
    if !root && output(command("sudo").args(["-n", "true"])).is_none() {
        bail!(
            "{list}: needed to {purpose}, and installing them needs root. Run\n    \
             sudo apt-get install --no-install-recommends {list}\nand then this command again. {HINT}"
        );
    }
    let apt = |arguments: &[&str]| {
        let mut apt = if root { command("apt-get") } else { command("sudo") };
        if !root {
            apt.args(["-n", "apt-get"]);
        }
        apt.args(["-q", "-o", "DPkg::Lock::Timeout=300"]).args(arguments);
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut apt)
    };
    say(&format!("Installing {list} (to {purpose})"));
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

const HINT: &str = "README.md says what the build needs.";
