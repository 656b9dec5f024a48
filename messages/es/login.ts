import type en from "@/messages/en/login";
import type { Same } from "@/messages/en/same";

export default {
  title: "Iniciar sesión",
  lead: "Aquí no hay contraseña. Te enviamos un código por correo y lo escribes.",
  newHere: "¿Es tu primera vez? <link>Crea una cuenta</link>",
  byPasskey: "Iniciar sesión con una llave de acceso",
  passkeyNeedsScript: "Una llave de acceso necesita JavaScript. El código funciona sin él.",
  form: { send: "Enviar código", sending: "Enviando…" },
  recovery: {
    title: "Iniciar sesión con un código de recuperación",
    lead: "Uno de los diez códigos que imprimiste o guardaste. Sirve una sola vez.",
    byMail: "Iniciar sesión con un código por correo",
    nothingLeft:
      "¿Sin código, sin llave de acceso y sin buzón? Escribe a la tienda. El personal puede poner otra dirección en tu cuenta, tras una espera.",
    form: { logIn: "Iniciar sesión", checking: "Comprobando…" },
  },
  sign: { noPassword: "Sin contraseña.", justANumber: "Solo un número." },
} satisfies Same<typeof en>;
