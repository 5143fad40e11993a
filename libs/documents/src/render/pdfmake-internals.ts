/** A class of pdfmake that is not part of its interface, as far as we touch it. */
export interface InternalClass<Shape> {
  prototype: Shape;
}

/**
 * Loads a class from inside pdfmake (pinned to one version). These files have no types and no place in the
 * package's interface, hence the import by a computed name.
 *
 * @throws when the class, or one of the methods that we build on, is gone: a new pdfmake has to be looked at
 */
export async function internalClass<Shape>(
  file: string,
  methods: (keyof Shape & string)[],
): Promise<InternalClass<Shape>> {
  const name = `pdfmake/js/${file}.js`;
  const loaded: unknown = await import(name);
  const inner = unwrap(unwrap(loaded)) as InternalClass<Record<string, unknown>> | undefined;
  const missing = methods.filter((method) => typeof inner?.prototype?.[method] !== 'function');
  if (missing.length > 0) throw new Error(`pdfmake/js/${file}.js has no ${missing.join(', ')}`);
  return inner as unknown as InternalClass<Shape>;
}

/** `default` of a module, whichever way the loader wraps CommonJS. */
const unwrap = (module: unknown): unknown =>
  typeof module === 'object' && module !== null && 'default' in module ? module.default : module;
