export { default } from "@/messages/en/plain-pages";
