import type en from "@/messages/en/otp";
import type { Same } from "@/messages/en/same";

export default {
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
    lead: "El código solo funciona en el navegador que lo pidió, y no es este. Vuelve allí y escribe el código del correo.",
    logIn: "Iniciar sesión aquí",
    notYou:
      "¿No lo has pedido tú? Entonces no le des el código a nadie. «No he sido yo», en el correo, cierra la solicitud.",
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
} satisfies Same<typeof en>;
