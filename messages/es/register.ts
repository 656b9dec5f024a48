import type en from "@/messages/en/register";
import type { Same } from "@/messages/en/same";

export default {
  title: "Crear cuenta",
  lead: "No hay que inventar ninguna contraseña. Confirmamos tu correo con un código y ya estás dentro.",
  alreadyMember: "¿Ya eres socio? <link>Inicia sesión</link>",
  form: { emailHint: "Aquí llegan tus códigos.", create: "Crear cuenta", sending: "Enviando…" },
} satisfies Same<typeof en>;
