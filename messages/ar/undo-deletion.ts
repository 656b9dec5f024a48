export { default } from "@/messages/en/undo-deletion";
