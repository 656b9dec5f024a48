import type en from "@/messages/en/admin-mails";
import type { Same } from "@/messages/en/same";

export default {
  heading: "Correos sobre las cuentas",
  ofUser: "Últimos correos sobre la cuenta",
  noneOfUser: "Ninguno en los últimos días.",
  waiting:
    "{count, plural, =0 {Ningún correo espera a SendGrid.} one {# correo espera a SendGrid.} many {# de correos esperan a SendGrid.} other {# correos esperan a SendGrid.}}",
  waitingMoreThan:
    "Más de {count, plural, one {# correo espera} many {# de correos esperan} other {# correos esperan}} a SendGrid.",
  oldest: "Los que más esperan",
  failed: "Descartados",
  noneFailed: "No se ha descartado ningún correo en {days, plural, one {el último día} other {los últimos # días}}.",
  tellYourself: "Nadie los ha leído. Avisa al usuario de otra manera o corrige la dirección.",
  kindAndState: "{kind}: {state}",
  states: {
    WAITING: "en espera",
    ACCEPTED: "aceptado por SendGrid",
    REFUSED: "rechazado por SendGrid",
    GIVEN_UP: "descartado",
  },
  details: {
    WAITING:
      "A <ltr>{address}</ltr>, desde el {created}. {attempts, plural, =0 {Aún sin intentos.} one {Un intento, el próximo el {at}.} many {# de intentos, el próximo el {at}.} other {# intentos, el próximo el {at}.}}",
    ACCEPTED: "A <ltr>{address}</ltr>, {at}.",
    REFUSED: "A <ltr>{address}</ltr>, {at}. Según SendGrid, esta dirección no es válida.",
    GIVEN_UP:
      "A <ltr>{address}</ltr>, {at}, tras {attempts, plural, one {# intento} many {# de intentos} other {# intentos}} desde el {created}.",
  },
  kinds: {
    welcome: "Bienvenida",
    invitation: "Invitación",
    "new-browser": "Nuevo inicio de sesión",
    passkey: "Cambio en las llaves de acceso",
    "recovery-codes": "Códigos de recuperación",
    profile: "Cambio en el perfil",
    "own-email-left": "Cambio de correo, a la dirección antigua",
    "own-email-added": "Cambio de correo, a la dirección nueva",
    "email-restored": "Cambio de correo deshecho, a la dirección antigua",
    "email-taken-back": "Cambio de correo deshecho, a la otra dirección",
    "deletion-asked": "Eliminación solicitada",
    "account-kept": "Eliminación cancelada",
    "account-deleted": "Cuenta eliminada",
    "email-taken-away": "Correo cambiado por el personal, a la dirección antigua",
    "email-given": "Correo cambiado por el personal, a la dirección nueva",
    "phone-changed": "Teléfono cambiado por el personal",
    "passkeys-reset": "Llaves de acceso quitadas por el personal",
    "role-changed": "Cambio de rol",
    "records-exported": "Datos exportados",
    "recovery-begun": "Acceso para una dirección nueva, a la antigua",
    "recovery-announced": "Acceso para una dirección nueva, a la nueva",
    "recovery-stopped": "Acceso para una dirección nueva, detenido",
  },
} satisfies Same<typeof en>;
