import { expect, test } from "./fixtures";
import { builtRoutes, expectAccess, logInEachRole, routeAccess } from "./route-access";
import { shop } from "./running-shop";

test("every route of the build declares who may see it (R35)", () => {
  expect(builtRoutes().sort()).toEqual(Object.keys(routeAccess).sort());
});

test("each role gets from every route what the route declares, and no more (R35)", async () => {
  const roles = await logInEachRole();
  for (const route of builtRoutes()) await expectAccess(route, shop.url, roles);
});
