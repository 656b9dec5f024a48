import type en from "@/messages/en/account-mails";
import type { Same } from "@/messages/en/same";

export default {
  welcome: {
    subject: "Te damos la bienvenida a {shop}",
    heading: "Hola, {username}",
    ready:
      "Tu cuenta de {shop} está lista y no tienes que recordar ninguna contraseña: cada vez que inicies sesión, te enviaremos un código a esta dirección.",
    members: "Los socios pagan menos por todo en la tienda, y algunas piezas son solo para ellos.",
    link: "Ver lo que ven los socios",
  },
  invitation: {
    subject: "{shop} ha creado una cuenta para ti",
    heading: "{shop} te invita",
    made: "{shop} ({domain}) ha creado una cuenta para esta dirección de correo, con el nombre de usuario {username}.",
    noPassword: "No hay contraseña: inicia sesión con esta dirección y te enviaremos un código.",
    ifUnwanted: "Si no quieres la cuenta, no tienes que hacer nada. Sin un código de este buzón, nadie puede usarla.",
  },
  noAccount: {
    subject: "No hay ninguna cuenta de {shop} con esta dirección",
    heading: "No hay ninguna cuenta con esta dirección",
    asked:
      "Alguien ha pedido iniciar sesión en {shop} ({domain}) con esta dirección de correo desde {device}. Aquí no hay ninguna cuenta que se pueda usar con ella, así que no hemos enviado ningún código.",
    ifYou: "Si has sido tú, quizá te registraste con otra dirección o todavía no te has registrado.",
    ifNot: "Si no has sido tú, no tienes que hacer nada.",
    link: "Crear cuenta",
  },
  codesOff: {
    heading: "Los códigos de tu cuenta están desactivados",
    asked:
      "Alguien ha pedido a {shop} ({domain}) un código para iniciar sesión con esta dirección de correo desde {device}. Has desactivado los códigos, así que no hemos enviado ninguno.",
    ifYou: "Si has sido tú, inicia sesión con tu llave de acceso. Si la has perdido, usa un código de recuperación.",
    ifNot: "Si no has sido tú, no tienes que hacer nada. Nadie entra solo con este buzón.",
    login: "Iniciar sesión con una llave de acceso",
    recovery: "Usar un código de recuperación",
  },
  deletion: {
    heading: "Tu cuenta se va a eliminar",
    asked:
      "Has pedido que se elimine tu cuenta de {shop} ({domain}): {device}, {time}. Ya está cerrada y se ha cerrado la sesión en todos los navegadores.",
    due: "El {due}, o en el día siguiente, tus datos, tus llaves de acceso y todo lo demás desaparecerán para siempre, y nadie podrá recuperarlos.",
    keep: "Hasta entonces puedes conservarla. El enlace abre una página con un solo botón; iniciar sesión también lleva allí.",
    ifNot:
      "Si no has sido tú, conserva la cuenta, inicia sesión y revisa tus llaves de acceso. Quien lo hizo tenía un código de este buzón, una llave de acceso o uno de tus códigos de recuperación: cambia la contraseña de tu correo electrónico y crea códigos de recuperación nuevos.",
    link: "Conservar mi cuenta",
  },
  kept: {
    heading: "Tu cuenta se queda",
    pressed:
      "Tu cuenta de {shop} ({domain}) no se eliminará. Alguien ha pulsado el botón para conservarla: {device}, {time}.",
    ifYou: "Si has sido tú, inicia sesión como siempre. Puedes volver a pedir que se elimine cuando quieras.",
    ifNot:
      "Si no has sido tú, quien lo hizo lee este buzón o tiene una de tus llaves de acceso. Inicia sesión, quita las llaves de acceso que no estén en tus manos y vuelve a pedirlo.",
  },
  deleted: {
    heading: "Tu cuenta se ha eliminado",
    done: "La tienda eliminó la cuenta {username} de {shop} ({domain}) el {time}, con todo lo que contenía.",
    ifNot: "Si no lo pediste, escribe a la tienda.",
  },
} satisfies Same<typeof en>;
