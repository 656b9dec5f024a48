import type en from "@/messages/en/account";
import type { Same } from "@/messages/en/same";

export default {
  title: "Tu cuenta",
  hello: "Hola, <bdi>{username}</bdi>",
  lead: "Tus datos, tal como los guardamos.",
  goOn: "Seguir donde estabas",
  recovery: {
    title: "Alguien dice que has perdido esta cuenta",
    what: "Esa persona pide a la tienda otra dirección de correo para la cuenta. <stop>Detenerlo</stop>",
  },
  memberSince: "Socio desde",
  changeUsername: "Cambiar tu nombre de usuario",
  changeEmail: "Cambiar tu dirección de correo",
  changePhone: "Cambiar tu número de teléfono",
  change: "Cambiar",
  verified: "Verificado",
  notVerified: "Sin verificar",
  links: {
    account: "Volver a tu cuenta",
    review: "Qué puede abrir tu cuenta",
    sessions: "Dónde has iniciado sesión",
    passkeys: "Llaves de acceso",
    recoveryCodes: "Códigos de recuperación",
    data: "Tus datos",
    dashboard: "Abrir el panel",
  },
} satisfies Same<typeof en>;
