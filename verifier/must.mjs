/** Something that must hold and does not: the verification ends as failed, with the place. */
export class Broken extends Error {
  constructor(code, where) {
    super(code);
    this.where = where;
  }
}

export const must = (holds, code, where) => {
  if (!holds) throw new Broken(code, where);
};
