export { default } from "@/messages/en/language";
