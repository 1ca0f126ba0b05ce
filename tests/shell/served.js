// A script beside its component imports the scripts of the frame as the browser finds them: both are served from one root. On disk
// the latter lie in wwwroot.
import { register } from 'node:module';

const web = new URL('../../src/OperatingModel.Web/', import.meta.url).href;
register(`data:text/javascript,${encodeURIComponent(`
  export const resolve = (specifier, context, next) =>
    next(new URL(specifier, context.parentURL ?? 'data:').href.replace('${web}js/', '${web}wwwroot/js/'), context);
`)}`);
