import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/shop-mails";

export default {
  addressTaken: {
    subject: "Tu cuenta de {shop} tiene otra dirección de correo",
    heading: "Tu cuenta tiene otra dirección de correo",
    what: "La tienda cambió la dirección de correo de la cuenta {username} de {shop} ({domain}) a {address} el {time}. Sus códigos se envían allí a partir de ahora, y se han cerrado todas sus sesiones.",
  },
  addressGiven: {
    subject: "Esta es ahora la dirección de tu cuenta de {shop}",
    heading: "Inicia sesión ahora con esta dirección",
    headingDisabled: "Esta es ahora la dirección de tu cuenta",
    what: "La tienda hizo de esta la dirección de correo de la cuenta {username} de {shop} ({domain}) el {time}. Se han cerrado todas sus sesiones: inicia sesión con esta dirección y te enviaremos un código.",
    whatDisabled:
      "La tienda hizo de esta la dirección de correo de la cuenta {username} de {shop} ({domain}) el {time}. La cuenta está desactivada en este momento.",
    ifUnknown: "Si no conoces esta cuenta, escribe a la tienda.",
  },
  phone: {
    heading: "Tu cuenta tiene otro número de teléfono",
    what: "La tienda cambió el número de teléfono de tu cuenta de {shop} ({domain}) el {time}.",
  },
  passkeys: {
    heading: "Se han quitado todas tus llaves de acceso",
    what: "La tienda quitó todas las llaves de acceso de tu cuenta de {shop} ({domain}) el {time}. Ya no abren nada, y se han cerrado todas las sesiones de tu cuenta.",
  },
  role: {
    heading: "Ha cambiado lo que tu cuenta puede hacer",
    what: "El {time} la tienda cambió lo que puede hacer tu cuenta de {shop} ({domain}). Se han cerrado todas sus sesiones. Vuelve a iniciar sesión para que el cambio cuente.",
    ifUnexpected: "Si no lo esperabas, escribe a la tienda.",
  },
  exported: {
    users: {
      heading: "Alguien ha exportado usuarios",
      what: "{username} exportó usuarios de {shop} ({domain}) a un archivo el {time}. Lo confirmó con una llave de acceso.",
    },
    audit: {
      heading: "Alguien ha exportado el registro de auditoría",
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
} satisfies Same<typeof en>;
