/** Who is here, in the head of every page. */
export default {
  logIn: "Log in",
  logOut: "Log out",
  register: "Create account",
  join: "Join",
  account: "My account",
  ownAccount: "Account",
  home: "Members’ room",
  users: "Users",
  panel: ": your pages",
} as const;
