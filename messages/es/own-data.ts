import type * as en from "@/messages/en/own-data";
import type { Same } from "@/messages/en/same";

export const ownData = {
  title: "Tus datos",
  lead: "Lo que la tienda guarda sobre ti es tuyo: llévatelo o haz que se elimine.",
  download: {
    title: "Descargar todo",
    what: "Un archivo JSON: tus datos, sesiones, navegadores conocidos, llaves de acceso, las solicitudes de códigos a tu dirección y lo que el registro de auditoría dice de ti. De cada parte dice cuánto tiempo la guardamos. No contiene claves ni códigos.",
    ask: "Descargar tus datos",
    submit: "Descargar",
  },
  delete: {
    title: "Eliminar tu cuenta",
    what: "Antes ves qué desaparece y qué se queda, y tienes {days, plural, one {# día} other {# días}} para pensarlo de nuevo.",
    question: "¿Eliminar tu cuenta?",
    submit: "Eliminar mi cuenta",
    now: "Esto cierra tu cuenta ahora.",
    back: "Volver a tus datos",
    atOnce: {
      title: "Enseguida",
      closed:
        "Tu cuenta queda cerrada. Se cierra tu sesión aquí y en todas partes, y nadie puede iniciar sesión en ella.",
      mail: "Escribimos a <ltr>{email}</ltr>: cuándo desaparecerá, y un enlace para conservarla.",
    },
    meanwhile: {
      title: "Durante {days, plural, one {# día} other {# días}}",
      keep: "Puedes conservar la cuenta: con ese enlace, o iniciando sesión, que entonces te lo pregunta.",
      taken: "Tu nombre de usuario y tu correo siguen ocupados, y también un número de teléfono verificado.",
    },
    afterwards: {
      title: "Después, para siempre",
      gone: "Desaparecen tus datos, tus llaves de acceso y las solicitudes de códigos a tu dirección. Nadie puede recuperarlos.",
      kept: "Se conserva en el registro de auditoría {days, plural, one {# día} other {# días}} desde cada entrada: qué se hizo, con un número sin tu nombre, con la dirección enmascarada (<ltr>{masked}</ltr>), desde qué dirección de red y navegador.",
      free: "El nombre de usuario, el correo y el número de teléfono quedan libres para una cuenta nueva.",
    },
    lastAdmin: "Todavía no puedes irte",
    noPasskey: "No tienes ninguna llave de acceso que funcione",
  },
  file: {
    what: "Todo lo que {shop} ({domain}) guarda sobre ti, tal como estaba en un momento dado. Las horas están en UTC.",
    notHere: {
      limits:
        "Los límites de cuántas veces se puede hacer algo: se cuentan bajo hashes con clave, y nadie puede leer en ellos de quién son.",
      keys: "Las cookies y claves, y sus hashes: con algunas se podría iniciar sesión como tú.",
      providers: "Lo que Twilio y SendGrid conservan de los mensajes que transportaron para la tienda.",
    },
    who: { staff: "personal de la tienda", you: "tú", other: "otra persona" },
    parts: {
      profile: {
        what: "Tus datos, tal como los diste o los cambió el personal.",
        kept: "Hasta que se elimine la cuenta.",
      },
      sessions: {
        what: "Navegadores con la sesión iniciada, o que la tuvieron y no la cerraron. Una prueba es la confirmación de una acción delicada, y vale durante cinco minutos.",
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
        what: "Lo que el personal empezó porque le dijeron que habías perdido toda forma de entrar en la cuenta. El motivo es para el personal.",
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
      mails: {
        what: "Correos sobre tu cuenta: de qué avisan, la dirección enmascarada, desde dónde se hizo el cambio y si salieron.",
        kept: "{days, plural, one {# día} other {# días}}. De un correo que ya salió solo quedan el tipo, la dirección enmascarada y las horas.",
      },
      codeRequests: {
        what: "Solicitudes de un código a tu dirección de correo, en el navegador de quien fuera, y las que hiciste para una dirección nueva o tu teléfono. La tienda nunca tiene los códigos: Twilio los crea y los compara.",
        kept: "{days, plural, one {# día} other {# días}}; la que verificó tu teléfono, mientras ese número cuente como verificado.",
      },
      auditTrail: {
        what: "Lo que se hizo con tu cuenta o hiciste tú, con las direcciones enmascaradas. De lo que hizo el personal no muestra desde dónde, y de lo que hiciste a otros no muestra a quién. Lo que se pidió en tu nombre antes de que nadie iniciara sesión está en el registro sin tu nombre, y no se puede volver a encontrar para ti.",
        kept: "{days, plural, one {# día} other {# días}} desde cada entrada, también cuando se elimina la cuenta.",
      },
    },
  },
} satisfies Same<typeof en.ownData>;
