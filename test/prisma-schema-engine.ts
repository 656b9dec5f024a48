import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

const require = createRequire(import.meta.url);
const OID_OF_CHAR = 18;
const OID_OF_TEXT = 25;

type Schema = { files: { path: string; content: string }[]; configDir?: string };
type DiffTarget = ({ tag: "schemaDatasource" } & Schema) | ({ tag: "schemaDatamodel" } & Schema);
type Filters = { externalTables: string[]; externalEnums: string[] };

export type MigrationList = {
  baseDir: string;
  lockfile: { path: string; content: string | null };
  shadowDbInitScript: string;
  migrationDirectories: {
    path: string;
    migrationFile: { path: string; content: { tag: "ok"; value: string } };
  }[];
};

type SchemaEngine = {
  diff(input: { from: DiffTarget; to: DiffTarget; script: boolean; exitCode: boolean; filters: Filters }): Promise<{
    exitCode: number;
    stdout: string | null;
  }>;
  diagnoseMigrationHistory(input: {
    migrationsList: MigrationList;
    optInToShadowDatabase: boolean;
    filters: Filters;
  }): Promise<{ editedMigrationNames: string[]; failedMigrationNames: string[]; history: unknown }>;
  applyMigrations(input: { migrationsList: MigrationList; filters: Filters }): Promise<{
    appliedMigrationNames: string[];
  }>;
};

type EngineModule = {
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  SchemaEngine: {
    new: (
      options: { datamodels: [string, string][] },
      log: (line: string) => void,
      adapter: object,
    ) => Promise<SchemaEngine>;
  };
};

// One instance in module variables.
let loading: Promise<EngineModule> | undefined;

const NO_FILTERS: Filters = { externalTables: [], externalEnums: [] };

/** The engine of `prisma migrate` as WebAssembly; no download. */
export async function openSchemaEngine(databaseUrl: string, schema: string) {
  loading ??= loadEngine();
  const { SchemaEngine } = await loading;
  const engine = await SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapterFor(databaseUrl));
  const files = [{ path: "schema.prisma", content: schema }];
  return {
    /** Null when they agree. */
    async missingSql(): Promise<string | null> {
      const { exitCode, stdout } = await engine.diff({
        from: { tag: "schemaDatasource", files, configDir: process.cwd() },
        to: { tag: "schemaDatamodel", files },
        script: true,
        exitCode: true,
        filters: NO_FILTERS,
      });
      return exitCode === 0 ? null : stdout;
    },
    diagnose: (migrationsList: MigrationList) =>
      engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: NO_FILTERS }),
    apply: async (migrationsList: MigrationList) =>
      (await engine.applyMigrations({ migrationsList, filters: NO_FILTERS })).appliedMigrationNames,
  };
}

async function loadEngine(): Promise<EngineModule> {
  // The message of a panic.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => process.stderr.write(message) },
  });
  const folder = dirname(requireResolved("@prisma/schema-engine-wasm/schema_engine_bg"));
  const engine: EngineModule = await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(join(folder, "schema_engine_bg.wasm")), {
    "./schema_engine_bg.js": engine as unknown as WebAssembly.ModuleImports,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return engine;
}

function requireResolved(specifier: string): string {
  try {
    return require.resolve(specifier);
  } catch {
    const { version } = require("@prisma/engines-version/package.json");
    throw new Error(
      `Prisma's schema engine is not installed: npm install --save-dev --save-exact @prisma/schema-engine-wasm@${version}`,
    );
  }
}

/** Names "char" columns, which the adapter lacks. */
function adapterFor(databaseUrl: string): object {
  let charColumns: string[] = [];
  class CatalogueReadingPool extends pg.Pool {
    // @ts-expect-error The adapter uses only this one of query's many signatures.
    override async query(statement: string | pg.QueryArrayConfig, values?: unknown[]): Promise<pg.QueryArrayResult> {
      const result = await super.query(statement as pg.QueryArrayConfig, values);
      const ofChar = (result.fields ?? []).filter((field) => field.dataTypeID === OID_OF_CHAR);
      for (const field of ofChar) field.dataTypeID = OID_OF_TEXT;
      charColumns = ofChar.map((field) => field.name);
      return result;
    }
  }
  class CatalogueReadingAdapter extends PrismaPg {
    override async connect() {
      const adapter = await super.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (query) => {
        const result = await queryRaw(query);
        const columnTypes = result.columnTypes.map((type, index) =>
          charColumns.includes(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
        );
        return { ...result, columnTypes };
      };
      // Its own splits at every semicolon.
      adapter.executeScript = async (script) => void (await pool.query(script));
      return adapter;
    }
  }
  const pool = new CatalogueReadingPool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 100 });
  return bindMigrationAwareSqlAdapterFactory(new CatalogueReadingAdapter(pool as unknown as pg.Pool));
}
