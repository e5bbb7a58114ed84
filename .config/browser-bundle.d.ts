export declare function bundleForBrowser(outfile: string): Promise<void>;
