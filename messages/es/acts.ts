import type en from "@/messages/en/acts";
import type { Same } from "@/messages/en/same";

export default {
  "end-sessions": "cerrar la sesión de otros navegadores, o de todos",
  "add-passkey": "añadir una llave de acceso",
  "remove-passkey": "quitar una llave de acceso",
  "make-recovery-codes": "crear códigos de recuperación",
  "change-email": "cambiar tu dirección de correo",
  "change-phone": "cambiar o verificar tu número de teléfono",
  "export-data": "descargar tus datos",
  "delete-account": "eliminar tu cuenta",
  "switch-codes-on": "volver a iniciar sesión con códigos",
  "new-address": "hacer de esta la dirección de correo de una cuenta",
} satisfies Same<typeof en>;
