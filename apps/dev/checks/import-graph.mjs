// @ts-check
// Which source file runs which: imports that remain when types are erased.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/**
 * @param {string} folder absolute
 * @returns {string[]} absolute paths of .ts files, specs left out
 */
export function sourcesUnder(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(spec|d)\.ts$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name));
}

/**
 * @param {string} root top folder of the workspace
 * @param {string[]} files absolute paths
 * @returns {Map<string, string[]>} file → files it imports at run time, by path from the root
 */
export function importGraph(root, files) {
  /** @type {Record<string, string[]>} */
  const paths = JSON.parse(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')).compilerOptions.paths;
  const known = new Set(files);
  /** @param {string} from @param {string} name */
  const locate = (from, name) => {
    if (name.startsWith('.')) return fileAt(join(dirname(from), name));
    for (const [pattern, [target = '']] of Object.entries(paths)) {
      const head = pattern.replace('*', '');
      if (pattern.endsWith('*') ? name.startsWith(head) : name === pattern) {
        return fileAt(join(root, target.replace('*', name.slice(head.length))));
      }
    }
    return null;
  };
  return new Map(
    files.map((file) => [
      relative(root, file),
      importsOf(file)
        .map((name) => locate(file, name))
        .filter((target) => target !== null)
        .filter((target) => known.has(target))
        .map((target) => relative(root, target)),
    ]),
  );
}

/** @param {string} path */
function fileAt(path) {
  const candidates = [path, `${path}.ts`, join(path, 'index.ts'), path.replace(/\.js$/, '.ts')];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}

/**
 * Names of modules that the file imports eagerly and not only as types.
 * @param {string} file
 */
function importsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (ts.isImportDeclaration(statement)) {
      if (isTypeOnly(statement.importClause)) return [];
    } else if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    const { moduleSpecifier } = statement;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? [moduleSpecifier.text] : [];
  });
}

/** @param {ts.ImportClause | undefined} clause */
function isTypeOnly(clause) {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

/**
 * @param {Map<string, string[]>} graph
 * @returns {string[][]} each circle once, as the files along it
 */
export function circles(graph) {
  /** @type {Map<string, 'open' | 'done'>} */
  const state = new Map();
  /** @type {string[][]} */
  const found = [];
  /** @param {string} file @param {string[]} trail */
  const visit = (file, trail) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...trail.slice(trail.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
