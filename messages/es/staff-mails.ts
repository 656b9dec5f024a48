import type { Same } from "@/messages/en/same";
import type * as en from "@/messages/en/staff-mails";

export const shopMails = {
  addressTaken: {
    subject: "Ha cambiado la dirección de correo de tu cuenta de {shop}",
    heading: "Tu dirección de correo ha cambiado",
    what: "La tienda cambió la dirección de correo de la cuenta {username} de {shop} ({domain}) a {address} el {time}. Sus códigos se envían allí a partir de ahora, y se han cerrado todas sus sesiones.",
  },
  addressGiven: {
    subject: "Esta es ahora la dirección de tu cuenta de {shop}",
    heading: "Inicia sesión ahora con esta dirección",
    headingDisabled: "Esta es ahora la dirección de tu cuenta",
    what: "La tienda hizo de esta la dirección de correo de la cuenta {username} de {shop} ({domain}) el {time}. Se han cerrado todas sus sesiones. Inicia sesión con esta dirección y te enviaremos un código.",
    whatDisabled:
      "La tienda hizo de esta la dirección de correo de la cuenta {username} de {shop} ({domain}) el {time}. La cuenta está desactivada en este momento.",
    ifUnknown: "Si no conoces esta cuenta, escribe a la tienda.",
  },
  phone: {
    heading: "La tienda ha cambiado tu número de teléfono",
    what: "La tienda cambió el número de teléfono de tu cuenta de {shop} ({domain}) el {time}.",
  },
  passkeys: {
    heading: "Se han quitado todas tus llaves de acceso",
    what: "La tienda quitó todas las llaves de acceso de tu cuenta de {shop} ({domain}) el {time}. Ya no sirven, y se han cerrado todas las sesiones de tu cuenta.",
  },
  role: {
    heading: "Tu rol ha cambiado",
    what: "El {time} la tienda cambió lo que puede hacer tu cuenta de {shop} ({domain}). Se han cerrado todas sus sesiones. Vuelve a iniciar sesión para usar el rol nuevo.",
    ifUnexpected: "Si no lo esperabas, escribe a la tienda.",
  },
  exported: {
    users: {
      heading: "Se han exportado usuarios",
      what: "{username} exportó usuarios de {shop} ({domain}) a un archivo el {time}. Lo confirmó con una llave de acceso.",
    },
    orders: {
      heading: "Se han exportado pedidos",
      what: "{username} exportó pedidos de {shop} ({domain}) en un archivo el {time}, y lo confirmó con una llave de acceso.",
    },
    audit: {
      heading: "Se ha exportado el registro de auditoría",
      what: "{username} exportó entradas del registro de auditoría de {shop} ({domain}) a un archivo el {time}. Lo confirmó con una llave de acceso.",
    },
    ifUnexpected: "Si no lo esperabas, pregúntale. Si no fue esa persona, desactiva su cuenta enseguida.",
    seeTrail: "Verlo en el registro de auditoría",
  },
  recoveryBegun: {
    heading: "Alguien dice que has perdido tu cuenta",
    told: "Alguien ha dicho a la tienda que la cuenta {username} de {shop} ({domain}) es suya y que no puede entrar ni en ella ni en este buzón. Esa persona pide que la dirección de la cuenta sea {address}.",
    due: "Si nadie lo detiene, la tienda podrá dar esa dirección a la cuenta después del {due}. Entonces se cerrarán todas las sesiones, y las llaves de acceso, los códigos de recuperación y el número de teléfono dejarán de abrirla.",
    ifNot:
      "Si no lo pediste, detenlo ahora. El enlace abre una página con un solo botón y no hace falta iniciar sesión. Iniciar sesión también lo detiene.",
    link: "Detenerlo",
  },
  recoveryAnnounced: {
    heading: "Tu cuenta puede recibir esta dirección",
    asked:
      "Han pedido a la tienda que esta sea la dirección de la cuenta {username} de {shop} ({domain}). Su titular puede detenerlo hasta el {due}. Si nadie lo hace, la tienda podrá cambiarla después, y te escribirá.",
    wait: "Hasta entonces no tienes que hacer nada. Nadie de la tienda te pedirá un código.",
  },
  recoveryStopped: {
    heading: "Tu cuenta conserva su dirección",
    what: "Alguien ha pulsado el botón de nuestro correo, y tu cuenta de {shop} ({domain}) conserva esta dirección: {device}, {time}.",
    ifLost: "Si habías dicho a la tienda que perdiste este buzón, otra persona lo lee. Escribe a la tienda.",
  },
} satisfies Same<typeof en.shopMails>;

export const adminMails = {
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
  tellYourself: "Estos correos no se han entregado. Avisa al usuario de otra manera o corrige la dirección.",
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
    "provider-alarm": "Alarma de Twilio o SendGrid",
    "event-alarm": "Alarma de eventos",
    order: "Un pedido",
  },
} satisfies Same<typeof en.adminMails>;

/** Correos que avisan a quien opera la tienda. */
export const alarmMails = {
  overview: "Abrir el panel",
  failing: {
    heading: "{provider} está fallando",
    what: "{provider} rechaza o no responde a las peticiones de {shop} ({domain}) desde el {time}. Su último error es {error}.",
    twilio:
      "No se envían ni se comprueban códigos. Quien tiene una llave de acceso o un código de recuperación puede iniciar sesión.",
    sendgrid:
      "Los correos sobre cuentas esperan y se envían cuando SendGrid los acepte. Los códigos por correo también pueden fallar.",
    act: "El registro contiene cada error. Recibirás otro correo cuando vuelva a funcionar, y como mucho una alarma por hora.",
  },
  working: {
    heading: "{provider} vuelve a funcionar",
    what: "{provider} vuelve a responder a las peticiones de {shop} ({domain}) desde el {time}.",
  },
  event: {
    heading: "Un evento no se ha entregado",
    what: "El receptor de eventos de {shop} ({domain}) no ha aceptado el evento {event} ({type}) durante un día. El último motivo es {reason}. La tienda continúa con el siguiente evento.",
    act: "Cuando el receptor vuelva a funcionar, envíalo de nuevo: {command}",
  },
} satisfies Same<typeof en.alarmMails>;
