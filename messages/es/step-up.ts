import type { Same } from "@/messages/en/same";
import type * as en from "@/messages/en/step-up";

export const sensitiveActions = {
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
} satisfies Same<typeof en.sensitiveActions>;

export const stepUp = {
  note: {
    passkeyAlone:
      "Tu navegador pide primero una llave de acceso que ya tengas. El personal no puede confirmarlo con un código, para que nadie pueda hacerlo con tu buzón.",
    passkey:
      "Tu navegador pide primero tu llave de acceso, para que nadie más pueda hacer esto con él. ¿No la tienes a mano? <link>Confirma con un código del correo</link>.",
    code: "Primero enviamos un código a tu correo electrónico, para que nadie más pueda hacer esto con tu navegador.",
    codeOrPasskey:
      "Primero enviamos un código a tu correo electrónico, para que nadie más pueda hacer esto con tu navegador. <link>Confirma mejor con tu llave de acceso</link>.",
    byRecoveryCode: "Confirmar con un código de recuperación",
    codesOff: "Tu navegador pide primero tu llave de acceso. Has desactivado los códigos del correo.",
    scriptOrCode:
      "Tu navegador pide la llave de acceso con JavaScript. Sin él, enviamos un código a tu correo electrónico.",
    scriptAlone: "Tu navegador pide la llave de acceso con JavaScript. Actívalo para esta página, y vuelve a cargarla.",
  },
  form: {
    asking: "Esperando tu llave de acceso…",
    sending: "Un momento…",
    byCode: "Confirmar con un código del correo",
    unsupported:
      "Este navegador no admite llaves de acceso, y aquí hace falta una. No se ha hecho nada. Inicia sesión con otro que sí las admita.",
    unsupportedTakesCode:
      "Este navegador no admite llaves de acceso, así que no se ha hecho nada. Confirma con un código.",
    notGiven: "Tu navegador no ha entregado ninguna llave de acceso, así que no se ha hecho nada. Inténtalo de nuevo.",
    unreached: "No se ha podido contactar con la tienda, así que no se ha hecho nada. Inténtalo de nuevo.",
  },
} satisfies Same<typeof en.stepUp>;
