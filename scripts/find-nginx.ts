import { findOnPath } from "./find-engines";
import { installDebianPackage } from "./install-debian-package";

/** The program of an nginx on this machine; installs one where it can, and is null where it cannot. */
export function findNginx(): string | null {
  return findInstalledNginx() ?? (installDebianPackage("nginx", "nginx") ? findInstalledNginx() : null);
}

const findInstalledNginx = () => findOnPath("nginx", "/usr/sbin/nginx", "/opt/homebrew/bin/nginx");
