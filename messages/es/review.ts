import type en from "@/messages/en/review";
import type { Same } from "@/messages/en/same";

export default {
  title: "Qué puede abrir tu cuenta",
  lead: "Si otra persona ha usado tu cuenta, algo de esta lista puede ser suyo. Conserva lo que reconozcas y quita lo demás.",
  nothing: "Solo este navegador y tu dirección de correo pueden abrir tu cuenta.",
  sessions: "Otras sesiones",
  endSessions: "Cerrar sesiones",
  removePasskeys: "Quitar una llave de acceso",
  replaceCodes: "Sustituir los códigos de recuperación",
  phone: "Número de teléfono",
  phoneVerified: "Verificado el {at}.",
  changePhone: "Cambiar el número",
  about: "Cada cosa se quita por separado, y te pediremos que confirmes que eres tú.",
  keepAll: "Conservar todo",
  done: "Ir a tu cuenta",
} satisfies Same<typeof en>;
