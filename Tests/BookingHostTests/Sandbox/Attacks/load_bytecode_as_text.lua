-- expect: syntax
-- What string.dump writes is not text; nor is this.
Lua
return { access = "staff" }
