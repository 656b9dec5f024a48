import type en from "@/messages/en/admin-passkey";
import type { Same } from "@/messages/en/same";

export default {
  title: "Confirma con tu llave de acceso",
  CONFIRM_PASSKEY: {
    title: "Confirma con tu llave de acceso",
    why: "El panel muestra datos de otras personas. Un código de tu buzón no lo abre; tu llave de acceso, sí.",
    button: "Confirmar con tu llave de acceso",
    noScript:
      "Tu navegador necesita JavaScript para usar la llave de acceso. Actívalo para esta página y vuelve a cargarla.",
    notAtHand:
      "¿No tienes la llave de acceso a mano? Inicia sesión en un dispositivo que la tenga o pide a un administrador que restablezca tus llaves.",
  },
  ADD_PASSKEY: {
    title: "Añade una llave de acceso para abrir el panel",
    why: "El panel muestra datos de otras personas, así que todo el personal lo abre con una llave de acceso. Añade una a tu cuenta y vuelve aquí.",
    button: "Añadir una llave de acceso",
  },
  PASSKEYS_LOST: {
    title: "Ninguna de tus llaves de acceso funciona",
    advice:
      "El panel solo se abre con una llave de acceso. Pide a otro administrador que restablezca tus llaves y añade una nueva. Si no hay ningún otro, ejecuta <command>npm run create-admin</command> con <command>--reset-passkeys</command> en el servidor.",
  },
} satisfies Same<typeof en>;
