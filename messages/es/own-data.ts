import type * as en from "@/messages/en/own-data";
import type { Same } from "@/messages/en/same";

export const ownData = {
  title: "Tus datos",
  lead: "Descarga lo que la tienda guarda sobre ti, o elimina tu cuenta.",
  download: {
    title: "Descargar tus datos",
    what: "Un archivo JSON: tus datos, sesiones, dispositivos de confianza, llaves de acceso, pedidos, las solicitudes de códigos a tu dirección y tus entradas en el registro de auditoría. Indica cuánto tiempo guardamos cada parte. No contiene claves ni códigos.",
    ask: "Descargar tus datos",
    submit: "Descargar",
  },
  delete: {
    title: "Eliminar tu cuenta",
    what: "Primero te mostramos qué se elimina y qué se queda. Después tienes {days, plural, one {# día} other {# días}} para cambiar de idea.",
    question: "¿Eliminar tu cuenta?",
    submit: "Eliminar mi cuenta",
    now: "Esto cierra tu cuenta ahora.",
    back: "Volver a tus datos",
    atOnce: {
      title: "Ahora",
      closed:
        "Tu cuenta queda cerrada. Se cierra tu sesión aquí y en todas partes, y nadie puede iniciar sesión en ella.",
      mail: "Enviamos a <ltr>{email}</ltr> la fecha de la eliminación y un enlace para conservar la cuenta.",
    },
    meanwhile: {
      title: "Durante {days, plural, one {# día} other {# días}}",
      keep: "Puedes conservar la cuenta: usa ese enlace, o inicia sesión y te lo preguntaremos.",
      taken: "Nadie más puede usar tu nombre de usuario, tu correo ni un número de teléfono verificado.",
    },
    afterwards: {
      title: "Después, para siempre",
      gone: "Eliminamos tus datos, tus llaves de acceso y las solicitudes de códigos a tu dirección. Nadie puede recuperarlos.",
      kept: "Las entradas del registro de auditoría se conservan {days, plural, one {# día} other {# días}} cada una. Dicen qué se hizo, con un número en lugar de tu nombre, la dirección enmascarada (<ltr>{masked}</ltr>), la dirección de red y el navegador.",
      orders:
        "Los pedidos se conservan {years, plural, one {# año} other {# años}} desde el final del año en que se hicieron, porque la ley fiscal exige las facturas. Guardamos número, fechas, artículos, total, y el nombre y la dirección de entrega, sin tu cuenta ni tus notas. Los pedidos aún no enviados se entregan igualmente: cancélalos antes si no los quieres.",
      free: "El nombre de usuario, el correo y el número de teléfono quedan libres para una cuenta nueva.",
    },
    lastAdmin: "Todavía no puedes eliminar tu cuenta",
    noPasskey: "No tienes ninguna llave de acceso que funcione",
  },
  file: {
    what: "Todo lo que {shop} ({domain}) guarda sobre ti, tal como estaba en un momento dado. Las horas están en UTC.",
    notHere: {
      limits: "Los límites de frecuencia. Se cuentan con hashes con clave, y nadie puede saber por ellos de quién son.",
      keys: "Las cookies y claves, y sus hashes. Con algunas, alguien podría iniciar sesión como tú.",
      providers: "Lo que Twilio y SendGrid conservan de los mensajes que transportaron para la tienda.",
    },
    who: { staff: "personal de la tienda", you: "tú", other: "otra persona" },
    parts: {
      profile: {
        what: "Tus datos, tal como los diste o los cambió el personal.",
        kept: "Hasta que se elimine la cuenta.",
      },
      sessions: {
        what: "Navegadores con la sesión iniciada, o que la tuvieron y no la cerraron. Confirmar que eres tú vale para una acción delicada, durante cinco minutos.",
        kept: "Hasta que termine, y {days, plural, one {# día} other {# días}} como máximo.",
      },
      trustedDevices: {
        what: "Navegadores que han iniciado sesión en tu cuenta, para avisarte de un inicio de sesión desde otro. La clave de la cookie del navegador se guarda como hash, que no se muestra aquí.",
        kept: "Mientras quede una sesión en él, y {days, plural, one {# día} other {# días}} desde su último inicio de sesión.",
      },
      passkeys: {
        what: "Tus llaves de acceso. Las claves públicas y los números que van con ellas no se muestran aquí: no dicen nada de ti.",
        kept: "Hasta que la quites.",
      },
      recoveryCodes: {
        what: "Tus códigos de recuperación: cuándo se creó y se usó cada uno. Los códigos se guardan como hashes con clave, que no se muestran aquí.",
        kept: "Hasta que crees otros, o denuncies un navegador que creó o usó alguno.",
      },
      accessForNewAddress: {
        what: "Lo que el personal empezó porque alguien dijo que habías perdido el acceso a la cuenta. Sus motivos no se muestran.",
        kept: "Hasta que se complete o se detenga.",
      },
      linkedAccounts: {
        what: "Inicios de sesión con otros servicios. La tienda no ofrece ninguno por ahora.",
        kept: "Hasta que lo quites.",
      },
      emailChanges: {
        what: "Direcciones de correo que cambiaste por otra, mientras el cambio se puede deshacer.",
        kept: "{days, plural, one {# día} other {# días}}.",
      },
      orders: {
        what: "Tus pedidos: qué compraste y por cuánto, el nombre y la dirección de entrega, tu nota, y qué pasó y cuándo.",
        kept: "Durante {years, plural, one {# año} other {# años}} desde el final del año del pedido. Cuando se elimina tu cuenta, sin tu nota.",
      },
      mails: {
        what: "Correos sobre tu cuenta: de qué avisan, la dirección enmascarada, desde dónde se hizo el cambio y si salieron.",
        kept: "{days, plural, one {# día} other {# días}}. De un correo que ya salió solo quedan el tipo, la dirección enmascarada y las horas.",
      },
      bag: {
        what: "Lo que hay en tu bolsa y lo que costaba cada producto cuando elegiste la cantidad.",
        kept: "Hasta que lo quites o lo pidas.",
      },
      codeRequests: {
        what: "Solicitudes de un código a tu dirección de correo, desde cualquier navegador, y las que hiciste para una dirección nueva o tu teléfono. Cada una incluye lo que nuestro servicio de correo nos comunicó sobre sus mensajes. La tienda nunca tiene los códigos: Twilio los crea y los compara.",
        kept: "{days, plural, one {# día} other {# días}}. La que verificó tu teléfono se conserva mientras ese número esté verificado.",
      },
      auditTrail: {
        what: "Lo que se hizo con tu cuenta o hiciste tú, con las direcciones enmascaradas. No muestra desde dónde actuó el personal, ni a quién afectó lo que hiciste tú. Lo que se pidió en tu nombre antes de iniciar sesión está en el registro sin tu nombre, así que no podemos encontrarlo para ti.",
        kept: "{days, plural, one {# día} other {# días}} desde cada entrada, también cuando se elimina la cuenta.",
      },
    },
  },
} satisfies Same<typeof en.ownData>;
