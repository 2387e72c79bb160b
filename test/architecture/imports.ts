import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { objection, partOf } from './import-table.mjs';

export interface Import {
  readonly from: string;
  /** A path relative to the root, or a package specifier. */
  readonly to: string;
  readonly typeOnly: boolean;
}

export function sourceFiles(root: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    } catch {
      return [];
    }
  });
}

/** Every static and dynamic import and re-export of one file. */
export function importsOf(
  root: string,
  file: string,
  text = readFileSync(join(root, file), 'utf8'),
): readonly Import[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const local = specifier.text.startsWith('.');
    const to = local ? join(dirname(file), specifier.text).replace(/\.js$/, '.ts') : specifier.text;
    found.push({ from: file, to, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsTypesOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importsTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return clause.name === undefined && named !== undefined && ts.isNamedImports(named)
    ? named.elements.length > 0 && named.elements.every(({ isTypeOnly }) => isTypeOnly)
    : false;
}

/** Objections of the import table, one line each. */
export function violations(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to, typeOnly }) => {
    const part = partOf(from);
    if (part === undefined) return [];
    const inside = to.includes('/') && /^(apps|libs|workflows|activities|test|scripts|dist)\//.test(to);
    const target = inside ? (partOf(to) ?? to) : to;
    const complaint =
      inside && partOf(to) === undefined ? `${part} may not import ${to}` : objection(part, target, typeOnly);
    return complaint === undefined ? [] : [`${from}: ${complaint}`];
  });
}

/** Loops of imports that remain when types are erased; each as the list of files that closes it. */
export function cycles(imports: readonly Import[]): readonly (readonly string[])[] {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const found: string[][] = [];
  const walk = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const target of next.get(file) ?? []) walk(target, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) walk(file, []);
  return found;
}
