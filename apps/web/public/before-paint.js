// Before the first paint: the colours and the language this browser was told to use. A file of its own, for the content
// security policy allows no script inside the page.
(function () {
  var root = document.documentElement;
  var kept = function (name) {
    try {
      return window.localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  var scheme = kept('vinhdanh.colours') || 'auto';
  var isDark = scheme === 'dark' || (scheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
  root.lang = kept('vinhdanh.language') === 'en' ? 'en' : 'vi';
})();
