import type en from "@/messages/en/account-menu";
import type { Same } from "@/messages/en/same";

export default {
  logIn: "Iniciar sesión",
  logOut: "Cerrar sesión",
  register: "Crear cuenta",
  join: "Únete",
  account: "Mi cuenta",
  ownAccount: "Cuenta",
  home: "Sala de socios",
  users: "Usuarios",
  panel: ": tus páginas",
} satisfies Same<typeof en>;
