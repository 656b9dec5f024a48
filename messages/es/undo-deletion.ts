import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/undo-deletion";

export default {
  metaTitle: "Conserva tu cuenta",
  title: "¿Conservar tu cuenta?",
  lead: "Pediste que se eliminara. El {dueAt}, o en el día siguiente, desaparece para siempre. Hasta entonces nadie puede iniciar sesión en ella.",
  leave: "Dejar que se elimine",
  detailsStay: "Tu cuenta no se elimina. Tus datos y tus llaves de acceso quedan como estaban.",
  logInAgain: "Vuelves a iniciar sesión, con un código o una llave de acceso.",
  staysClosed: "No puedes iniciar sesión en ella: la tienda la cerró, y sigue cerrada.",
  weTell: "Te lo contamos por correo electrónico.",
  keep: "Conservar mi cuenta",
  keeping: "Conservando…",
  keptTitle: "Tu cuenta se queda",
  kept: "No se eliminará. Inicia sesión como siempre.",
  keptClosed: "No se eliminará.",
  keptAdvice:
    "Tus llaves de acceso siguen funcionando. Si no pediste tú la eliminación, revísalas primero y quita las que no conozcas.",
  deadLead:
    "No se ha cambiado nada. Abre el enlace del correo más reciente sobre esto, o cópialo entero en la barra de direcciones.",
  deadAdvice: "Una cuenta eliminada no se puede recuperar. Puedes crear una nueva con el mismo correo electrónico.",
} satisfies Same<typeof en>;
