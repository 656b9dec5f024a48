import type en from "@/messages/en/admin-changes";
import type { Same } from "@/messages/en/same";

export default {
  whatWillHappen: "Qué va a pasar",
  proven: "Tu llave de acceso ha confirmado que eres tú. Vale durante cinco minutos.",
  notProven: "Tu navegador te pedirá tu llave de acceso. Después vale durante cinco minutos.",
  noScript: "Tu navegador pide la llave de acceso con JavaScript. Actívalo para esta página y vuelve a cargarla.",
  passkeyNeeded: {
    title: "Primero necesitas una llave de acceso",
    lead: "Quien cambia cuentas aquí lo confirma con una llave de acceso, para que nadie más pueda hacerlo con tu navegador o tu buzón. <link>Añade una llave de acceso a tu cuenta</link> y vuelve después.",
  },
  form: {
    waiting: "Esperando tu llave de acceso…",
    cancel: "Cancelar",
    emailOwner: "No se ha cambiado nada: {name} tiene esta dirección de correo.",
  },
  reason: {
    label: "Motivo",
    missing: "Di por qué. Otros administradores querrán saberlo.",
    hints: {
      userAndAudit:
        "Para otros administradores, en la página del usuario y en el registro de auditoría. El usuario no lo ve.",
      audit: "Para otros administradores, en el registro de auditoría. El usuario no lo ve.",
      sameInAudit:
        "Para otros administradores, el mismo para todos, en el registro de auditoría. Los usuarios no lo ven.",
    },
  },
  refusals: {
    NO_PASSKEY:
      "No se ha cambiado nada: no tienes ninguna llave de acceso que funcione. Añade una a tu cuenta y vuelve después.",
    PROOF_NEEDED: "No se ha cambiado nada: confirma primero con tu llave de acceso. Vale durante cinco minutos.",
    NOT_ADMIN: "No se ha cambiado nada: ya no eres administrador.",
    USER_GONE: "No se ha cambiado nada: ese usuario ya no existe.",
    OWN_ACCOUNT: "No se ha cambiado nada: esta es tu propia cuenta. Pídeselo a otro administrador.",
    DISABLED_ALREADY: "No se ha cambiado nada: alguien ya ha desactivado esta cuenta.",
    ENABLED_ALREADY: "No se ha cambiado nada: esta cuenta ya no está desactivada.",
    ROLE_UNCHANGED: "No se ha cambiado nada: el usuario ya tiene este rol.",
    LIMIT_ON_ADMINS:
      "No se ha cambiado nada: este límite es para los propios administradores y ninguno puede levantarlo. Se abre solo.",
    LIMIT_OPEN: "No se ha cambiado nada: este límite ya no rechaza ni frena a nadie.",
    SESSION_GONE: "No se ha cambiado nada: esta sesión ya había terminado.",
    RECOVERY_BEGUN: "No se ha cambiado nada: alguien ya lo ha empezado. Complétalo o detenlo.",
    RECOVERY_GONE:
      "No se ha cambiado nada: se completó, se detuvo o quedó olvidado dos semanas. Mira el registro de auditoría.",
    RECOVERY_NOT_TOLD:
      "No se ha cambiado nada: SendGrid todavía no ha aceptado el correo a la dirección antigua, y la espera empieza con él. Si ese correo se rechazó o se descartó, detén esto y empieza de nuevo.",
    RECOVERY_TOO_EARLY: "No se ha cambiado nada: la espera aún no ha terminado.",
    NOTHING_CHANGED: "No se ha cambiado nada: esto es lo que ya había.",
    EMAIL_TAKEN: "Otro usuario tiene esta dirección de correo.",
    USERNAME_MISTYPED: "Este no es el nombre de usuario de la cuenta. Escríbelo como aparece arriba.",
    NOTICES_SPENT:
      "No se ha cambiado nada: a esta dirección, de tu parte o de toda la tienda ya han salido tantos correos como se permiten en un día. Inténtalo de nuevo mañana.",
    NOT_INVITED: "No se ha enviado nada: el usuario ya ha confirmado esta dirección, así que no hay a qué invitarlo.",
    INVITED_BUT_DISABLED: "No se ha enviado nada: la cuenta está desactivada. Actívala primero.",
  },
} satisfies Same<typeof en>;
