/** Token under which the checked environment is provided. */
export const ENVIRONMENT = Symbol('environment');
