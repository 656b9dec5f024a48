import type en from "@/messages/en/product";
import type { Same } from "@/messages/en/same";

export default {
  membersOnly: "Solo para socios",
  memberSaving: "Tu precio de socio, {amount} menos que en la lista.",
  membersPayLess: "Los socios pagan menos por esta pieza, y por todo lo demás.",
  logInForPrice: "Iniciar sesión para ver tu precio",
  register: "Crear cuenta",
  logIn: "Iniciar sesión",
  locked: {
    heading: "Esta pieza se guarda para los socios.",
    lead: "Su precio y su historia están detrás del mostrador. Ser socio no cuesta nada: una dirección de correo, un número de teléfono y un código que te enviamos. Sin contraseña.",
  },
  toRange: "Volver a la gama",
} satisfies Same<typeof en>;
