export { default } from "@/messages/en/fields";
