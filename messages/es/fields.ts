import type en from "@/messages/en/fields";
import type { Same } from "@/messages/en/same";

export default {
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
    "Usa de 3 a 30 letras sin acentos, dígitos, puntos, guiones o guiones bajos, y empieza por una letra.",
  USERNAME_RESERVED: "Este nombre está reservado para la tienda. Elige otro.",
  EMAIL_EMPTY: "Escribe tu dirección de correo.",
  EMAIL_MALFORMED: "Esto no parece una dirección de correo. Ejemplo: name@example.com",
  EMAIL_BEYOND_ASCII:
    "No podemos enviar correos a direcciones con letras como é o ñ antes de la @. Escribe otra dirección.",
  PHONE_EMPTY: "Escribe tu número de teléfono.",
  PHONE_MALFORMED: "Esto no parece un número de teléfono. Con el prefijo del país siempre funciona: +44 20 7946 0018",
} satisfies Same<typeof en>;
