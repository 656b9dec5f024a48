import type * as en from "@/messages/en/login";
import type { Same } from "@/messages/en/same";

export const login = {
  title: "Iniciar sesión",
  lead: "Aquí no hay contraseña. Te enviamos un código por correo y lo escribes.",
  newHere: "¿Es tu primera vez? <link>Crea una cuenta</link>",
  byPasskey: "Iniciar sesión con una llave de acceso",
  passkeyNeedsScript: "Una llave de acceso necesita JavaScript. El código funciona sin él.",
  form: { send: "Enviar código", sending: "Enviando…" },
  recovery: {
    title: "Iniciar sesión con un código de recuperación",
    lead: "Escribe uno de los diez códigos que imprimiste o guardaste. Cada uno sirve una sola vez.",
    byMail: "Iniciar sesión con un código por correo",
    nothingLeft:
      "¿Sin código, sin llave de acceso y sin acceso a tu correo? Escribe a <support>la tienda</support>. Tras un plazo de espera, el personal puede poner otra dirección en tu cuenta.",
    form: { logIn: "Iniciar sesión", checking: "Comprobando…" },
  },
  sign: { noPassword: "Sin contraseña.", justANumber: "Solo un número." },
} satisfies Same<typeof en.login>;

export const register = {
  title: "Crear cuenta",
  lead: "No hay que inventar ninguna contraseña. Confirmamos tu correo con un código y ya estás dentro.",
  alreadyMember: "¿Ya eres socio? <link>Inicia sesión</link>",
  form: { emailHint: "Aquí llegan tus códigos.", create: "Crear cuenta", sending: "Enviando…" },
} satisfies Same<typeof en.register>;

export const fields = {
  username: {
    label: "Nombre de usuario",
    hint: "Se muestra en la tienda. Letras, dígitos, puntos, guiones y guiones bajos.",
  },
  email: { label: "Correo electrónico" },
  phone: {
    label: "Número de teléfono",
    hint: "Por ejemplo, +44 20 7946 0018. En los números de {country} puedes omitir el prefijo del país.",
  },
  recoveryCode: {
    label: "Código de recuperación",
    hint: "24 letras y dígitos. Da igual si escribes guiones, espacios o minúsculas.",
  },
  USERNAME_EMPTY: "Elige un nombre de usuario.",
  USERNAME_MALFORMED:
    "Usa de 3 a 30 letras sin acentos, dígitos, puntos, guiones o guiones bajos. Empieza por una letra.",
  USERNAME_RESERVED: "Este nombre está reservado para la tienda. Elige otro.",
  EMAIL_EMPTY: "Escribe tu dirección de correo.",
  EMAIL_MALFORMED: "Esto no parece una dirección de correo. Ejemplo: name@example.com",
  EMAIL_BEYOND_ASCII:
    "No podemos enviar correos a direcciones con letras como é o ñ antes de la @. Escribe otra dirección.",
  PHONE_EMPTY: "Escribe tu número de teléfono.",
  PHONE_MALFORMED: "Esto no parece un número de teléfono. Incluye el prefijo del país: +44 20 7946 0018",
} satisfies Same<typeof en.fields>;

export const emailSuggestion = {
  question: "¿Querías decir {email}? Si lo que has escrito es correcto, envía el formulario otra vez.",
  use: "Usar {email}",
} satisfies Same<typeof en.emailSuggestion>;

export const otp = {
  title: "Escribe tu código",
  stepUpTitle: "Confirma que eres tú",
  changeEmailTitle: "Confirma tu nueva dirección",
  verifyPhoneTitle: "Confirma tu número de teléfono",
  lead: "Estamos enviando un mensaje a <to>{address}</to>. El código sirve durante 10 minutos y solo en este navegador.",
  otherEmail: "Usar otro correo",
  otherAddress: "Usar otra dirección",
  otherNumber: "Usar otro número",
  toAccount: "Volver a tu cuenta",
  byRecoveryCode: "Confirmar con un código de recuperación",
  form: {
    code: "Código de un solo uso",
    format: "Los 6 dígitos que te enviamos",
    verify: "Verificar",
    checking: "Comprobando…",
  },
  resend: {
    nothingThere: "¿No ha llegado nada? Mira en la carpeta de spam o pídelo otra vez.",
    nothingOnPhone: "¿No ha llegado nada? Pídelo otra vez.",
    send: "Enviar un código nuevo",
    sendIn: "en {seconds} s",
    sending: "Enviando…",
    spent:
      "Hemos enviado este código cinco veces. Mira en la carpeta de spam o empieza de nuevo dentro de diez minutos.",
    spentOnPhone: "Hemos enviado este código cinco veces. Usa otro número o empieza de nuevo dentro de diez minutos.",
    phoneWays: {
      title: "Recibir un código por teléfono",
      lead: "Si tu cuenta tiene un número de teléfono verificado, también puede llegarte un código allí. Si no, usa el correo.",
      sms: "Enviarme un código por SMS",
      whatsapp: "Enviarme un código por WhatsApp",
      call: "Llamarme con un código",
      risk: "Otros pueden apoderarse de un número de teléfono. Una llave de acceso es más segura: añade una cuando hayas iniciado sesión.",
    },
  },
  ended: {
    expiredTitle: "Este código ha caducado",
    spentTitle: "Este código ya no sirve",
    sendTo: "Enviar un código nuevo a <to>{address}</to>",
    sending: "Enviando…",
  },
  elsewhere: {
    title: "Escribe el código donde lo pediste",
    lead: "El código solo funciona en el navegador que lo pidió, y este es otro. Vuelve a aquel y escribe el código del correo.",
    logIn: "Iniciar sesión aquí",
    notYou:
      "¿No lo has pedido tú? No compartas el código. Para cancelar la solicitud, abre «No he sido yo» en el correo.",
  },
  askedFrom: { device: "Pedido desde", at: "Cuándo" },
  chooseAgain: {
    title: "Hay que cambiar una cosa",
    lead: "Tu correo está confirmado. Solo falta esto:",
    problem:
      "No hemos podido crear la cuenta con estos datos: puede que alguno ya esté en uso. Cámbialo o inténtalo de nuevo.",
    create: "Crear cuenta",
    creating: "Creando…",
  },
} satisfies Same<typeof en.otp>;

export const botCheck = {
  running: "Estamos comprobando que no eres un bot. Tarda unos segundos.",
  waitSeconds:
    "Acaba de haber demasiados intentos. Espera {seconds, plural, one {# segundo} other {# segundos}} y vuelve a pulsar el botón.",
  waitMinutes:
    "Acaba de haber demasiados intentos. Espera {minutes, plural, one {un minuto} other {# minutos}} y vuelve a pulsar el botón.",
} satisfies Same<typeof en.botCheck>;

export const logout = {
  metaTitle: "Cerrar sesión",
  title: "¿Cerrar sesión?",
  lead: "Esto cierra tu sesión en este navegador. Puedes volver a iniciarla cuando quieras.",
  stay: "Seguir con la sesión abierta",
  submit: "Cerrar sesión",
} satisfies Same<typeof en.logout>;
