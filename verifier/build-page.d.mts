export declare function buildPage(): string;
