import { refuseForeignOrigin } from "@/lib/auth/refuse-foreign-origin";

/** Where the middleware, which has no database, sends what another site posts: refused, and noted in the trail. */
async function refuse(request: Request): Promise<Response> {
  return await refuseForeignOrigin(request.headers);
}

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as POST, refuse as PUT };
