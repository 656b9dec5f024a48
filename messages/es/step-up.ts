import type { Same } from "@/messages/en/same";
import type * as en from "@/messages/en/step-up";

export const sensitiveActions = {
  "end-sessions": "cerrar otras sesiones, o todas",
  "add-passkey": "añadir una llave de acceso",
  "remove-passkey": "quitar una llave de acceso",
  "make-recovery-codes": "crear códigos de recuperación",
  "change-email": "cambiar tu dirección de correo",
  "change-phone": "cambiar o verificar tu número de teléfono",
  "export-data": "descargar tus datos",
  "delete-account": "eliminar tu cuenta",
  "switch-codes-on": "volver a activar los códigos",
  "new-address": "usar esta dirección como correo de una cuenta",
} satisfies Same<typeof en.sensitiveActions>;

export const stepUp = {
  note: {
    passkeyAlone:
      "Tu navegador pide primero una llave de acceso que ya tengas. El personal no puede confirmarlo con un código, así que no basta con acceder a tu buzón.",
    passkey:
      "Tu navegador pide primero tu llave de acceso, para confirmar que eres tú. ¿No la tienes a mano? <link>Confirma con un código por correo</link>.",
    code: "Primero enviamos un código a tu correo electrónico, para confirmar que eres tú.",
    codeOrPasskey:
      "Primero enviamos un código a tu correo electrónico, para confirmar que eres tú. <link>Confirma mejor con tu llave de acceso</link>.",
    byRecoveryCode: "Confirmar con un código de recuperación",
    codesOff:
      "Tu navegador pide primero tu llave de acceso, para confirmar que eres tú. Has desactivado los códigos por correo.",
    scriptOrCode:
      "Tu navegador necesita JavaScript para pedir la llave de acceso. Sin él, enviamos un código a tu correo electrónico.",
    scriptAlone:
      "Tu navegador necesita JavaScript para pedir la llave de acceso. Actívalo y vuelve a cargar esta página.",
  },
  form: {
    asking: "Esperando tu llave de acceso…",
    sending: "Un momento…",
    byCode: "Confirmar con un código por correo",
    unsupported:
      "Este navegador no admite llaves de acceso y aquí hace falta una, así que no se ha hecho nada. Inicia sesión con otro navegador.",
    unsupportedTakesCode:
      "Este navegador no admite llaves de acceso, así que no se ha hecho nada. Confirma con un código.",
    notGiven: "Tu navegador no ha entregado ninguna llave de acceso, así que no se ha hecho nada. Inténtalo de nuevo.",
    unreached: "No se ha podido contactar con la tienda, así que no se ha hecho nada. Inténtalo de nuevo.",
  },
} satisfies Same<typeof en.stepUp>;
