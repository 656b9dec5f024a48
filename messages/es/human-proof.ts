export { default } from "@/messages/en/human-proof";
