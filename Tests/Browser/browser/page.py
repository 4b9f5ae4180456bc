"""One browser window, and what can be found out about what it shows."""
import json
import os

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
DRIVER = os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")


class Page:
    def __init__(self, house, width=1280, height=900, scripts=True, dark=False, time_zone=None):
        self.house = house
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en-GB"]:
            options.add_argument(flag)
        if not scripts:
            options.add_experimental_option(
                "prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(DRIVER))
        # A window cannot be as narrow as a telephone; what it shows can.
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600})
        if dark:
            self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
                "features": [{"name": "prefers-color-scheme", "value": "dark"}]})
        if time_zone:
            self.driver.execute_cdp_cmd("Emulation.setTimezoneOverride", {"timezoneId": time_zone})
        self.scripts = scripts
        if scripts:
            self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": """
                window.__shift = 0;
                new PerformanceObserver(list => {
                  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.__shift += entry.value;
                }).observe({type: 'layout-shift', buffered: true});
            """})

    def close(self):
        self.driver.quit()

    # Going somewhere

    def open(self, path):
        self.driver.get(path if path.startswith("http") else self.house.url + path)
        return self

    def sign_in(self, role="host"):
        person = self.house.staff[role]
        self.open("/ops/sign-in")
        self.fill("email", person["email"])
        self.fill("password", person["password"])
        self.press("Sign in")
        self.wait(lambda page: page.has(".bar-account"), why="nobody was signed in")
        return self

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.house.url)

    # Finding

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def has(self, selector):
        return bool(self.all(selector))

    @property
    def text(self):
        return self.find("body").text

    @property
    def heading(self):
        return self.find("h1").text

    def wait(self, condition, seconds=15, why=None):
        """Waits for a condition of this page to come true."""
        # A page that is on its way has none of it, or what has just gone.
        passing = [NoSuchElementException, StaleElementReferenceException]

        def holds(_):
            try:
                return condition(self)
            except WebDriverException as error:
                # What chromium says of an element that went while it was being read.
                if "does not belong to the document" in str(error):
                    return False
                raise

        return WebDriverWait(self.driver, seconds, 0.05, ignored_exceptions=passing).until(
            holds, why or "it did not happen")

    def wait_for(self, text, seconds=15):
        return self.wait(lambda page: text in page.text, seconds, f"'{text}' did not appear")

    # Doing

    def fill(self, name, value):
        field = self.find(f"[name='{name}']:not([type=hidden])")
        field.clear()
        field.send_keys(value)

    def press(self, label):
        """Presses the button or follows the link with this name."""
        for element in self.all("button, a.button, a, input[type=submit]"):
            if element.text.strip() == label or element.accessible_name == label:
                element.click()
                return
        raise AssertionError(f"nothing to press is called {label!r} on {self.path}:\n{self.text}")

    def keys(self, *keys):
        """Types without looking where."""
        webdriver.ActionChains(self.driver).send_keys(*keys).perform()

    def tab_to(self, name, most=60):
        """Reaches what has this accessible name by the keyboard alone. Returns how many keys that took."""
        for count in range(1, most + 1):
            self.keys(Keys.TAB)
            if self.focused.accessible_name == name:
                return count
        raise AssertionError(f"{name!r} cannot be reached by the keyboard on {self.path}")

    @property
    def focused(self):
        return self.driver.switch_to.active_element

    # What holds of every page

    def violations(self):
        """What axe-core finds."""
        axe = Axe(self.driver)
        axe.inject()
        found = axe.run()["violations"]
        return [f"{v['id']}: {v['help']}: {[node['html'][:160] for node in v['nodes']][:4]}" for v in found]

    def console(self):
        """What the console said of errors since it was last asked."""
        return [line["message"] for line in self.driver.get_log("browser") if line["level"] in ("SEVERE", "WARNING")]

    @property
    def shift(self):
        """How much the layout moved by itself (Cumulative Layout Shift)."""
        return self.driver.execute_script("return window.__shift || 0")

    def overflows(self):
        """Whether one has to scroll sideways."""
        return self.driver.execute_script(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth")

    def loaded_bytes(self):
        """Bytes over the network since this was last asked."""
        total = 0
        for line in self.driver.get_log("performance"):
            message = json.loads(line["message"])["message"]
            if message["method"] == "Network.loadingFinished":
                total += message["params"]["encodedDataLength"]
        return total

    def tree(self):
        """The accessibility tree as (role, name) pairs, ignored nodes left out."""
        nodes = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", ""))
            for node in nodes if not node.get("ignored") and "role" in node]

    def is_fit(self, errors_expected=()):
        """The promises that every page keeps, as a list of what is broken."""
        broken = self.violations()
        if self.overflows():
            broken.append("one has to scroll sideways")
        if self.scripts and self.shift > 0.01:
            broken.append(f"the layout moved by {self.shift}")
        broken += [line for line in self.console() if not any(part in line for part in errors_expected)]
        return broken

    def picture(self, file):
        self.driver.save_screenshot(str(file))
