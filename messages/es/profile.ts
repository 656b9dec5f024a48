import type en from "@/messages/en/profile";
import type { Same } from "@/messages/en/same";

export default {
  save: "Guardar",
  saving: "Guardando…",
  sendCode: "Enviar código",
  sending: "Enviando…",
  username: {
    title: "Cambiar tu nombre de usuario",
    lead: "Puedes hacerlo dos veces en treinta días. Tu nombre anterior queda libre enseguida.",
    closedUntil: "Puedes volver a cambiarlo a partir del {at}",
  },
  email: {
    waiting:
      "Todavía no hemos podido avisar a tu buzón anterior. Tu correo cambiará a <ltr>{email}</ltr> en cuanto salga ese mensaje. No cierres la sesión hasta entonces.",
    title: "Cambiar tu dirección de correo",
    lead: "Tus códigos llegan ahora a <ltr>{email}</ltr>.",
    label: "Correo nuevo",
    hint: "Enviamos un código allí. Tu dirección cambia cuando lo hayas escrito.",
    start: "Cambiar el correo",
    steps: {
      proof: "Confirmas que eres tú y escribes un código que enviamos a la dirección nueva.",
      undo: "Avisamos a ambas direcciones. Durante siete días, un enlace del correo a la anterior deshace el cambio.",
      old: "Los códigos y enlaces de los correos a la dirección anterior dejan de servir. Las llaves de acceso se quedan.",
    },
  },
  phone: {
    title: "Cambiar tu número de teléfono",
    leadVerified: "Tenemos <ltr>{phone}</ltr>, verificado.",
    leadUnverified: "Tenemos <ltr>{phone}</ltr>, sin verificar.",
    start: "Cambiar el número",
    startUnverified: "Verificar o cambiar el número",
    steps: {
      proof: "Confirmas que eres tú y escribes un código que enviamos por SMS a ese número.",
      proofWithoutTexts: "Confirmas que eres tú. La tienda no envía SMS, así que el número queda sin verificar.",
      told: "Te avisamos a ti por correo, y no al número.",
    },
  },
} satisfies Same<typeof en>;
